//! The headers of a request.

use reqwest::header::{self, HeaderMap, HeaderValue};

use crate::fetch::settings::Settings;
use crate::fetch::want::{Kind, Want};

/// The headers of a request; validators only when `with_validators`.
pub(in crate::fetch) fn request(settings: &Settings, want: &Want, with_validators: bool) -> HeaderMap {
    let mut map = HeaderMap::new();
    let accept = match want.kind {
        Kind::Feed => {
            "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, \
             application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1"
        }
        Kind::Site => {
            "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, \
             application/xhtml+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1"
        }
        Kind::Page => "text/html, application/xhtml+xml, text/plain;q=0.5, */*;q=0.1",
        Kind::Robots => "text/plain, */*;q=0.1",
        Kind::Model => "*/*",
    };
    map.insert(header::ACCEPT, HeaderValue::from_static(accept));
    if let Some(agent) = as_header(&user_agent(settings.contact.as_deref(), want.subscribers)) {
        map.insert(header::USER_AGENT, agent);
    }
    if with_validators {
        if let Some(etag) = want.etag.as_deref().and_then(as_header) {
            map.insert(header::IF_NONE_MATCH, etag);
        }
        if let Some(date) = want.last_modified.as_deref().and_then(as_header) {
            map.insert(header::IF_MODIFIED_SINCE, date);
        }
    }
    map
}

fn user_agent(contact: Option<&str>, subscribers: Option<u32>) -> String {
    let product = concat!("attache/", env!("CARGO_PKG_VERSION"));
    match (contact, subscribers) {
        (None, None) => product.to_owned(),
        (Some(contact), None) => format!("{product} (+{contact})"),
        (None, Some(count)) => format!("{product} ({count} subscribers)"),
        (Some(contact), Some(count)) => format!("{product} (+{contact}; {count} subscribers)"),
    }
}

fn as_header(text: &str) -> Option<HeaderValue> {
    let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    HeaderValue::from_bytes(&bytes?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fetch::headers::answer::as_text;

    #[test]
    fn the_user_agent_tells_who_asks_and_for_how_many() {
        let version = env!("CARGO_PKG_VERSION");
        let agent = user_agent(Some("https://bot.example/about"), Some(12));
        assert_eq!(agent, format!("attache/{version} (+https://bot.example/about; 12 subscribers)"));
        assert_eq!(user_agent(None, None), format!("attache/{version}"));
    }

    proptest::proptest! {
        #[test]
        fn a_validator_goes_back_byte_for_byte(bytes in proptest::collection::vec(0x20_u8..=0xff, 0..60)) {
            if let Ok(value) = HeaderValue::from_bytes(&bytes) {
                let back = as_header(&as_text(value.as_bytes()));
                proptest::prop_assert_eq!(back.as_ref().map(HeaderValue::as_bytes), Some(bytes.as_slice()));
            }
        }
    }
}
