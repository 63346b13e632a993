//! Whether a site announces a feed: then the feed speaks for it, wherever it stands.

use super::Editor;
use super::deadline;
use crate::feed;
use crate::fetch::{Kind, Want};
use crate::text::{self, decode};

impl Editor {
    /// Whether the front page of the site of `url` announces the feed; not, where that page cannot be read or leads to
    /// another site.
    pub async fn site_announces(&self, url: &str, feed: &str) -> bool {
        let Some(front) = url::Url::parse(url).ok().and_then(|url| url.join("/").ok()) else { return false };
        let Ok(fetched) = self.web.get(Want::new(front.as_str(), Kind::Page)).await else { return false };
        let site = |url: &url::Url| url.host_str().map(|host| text::site(host).to_owned());
        if site(&fetched.final_url) != site(&front) {
            return false;
        }
        let wanted = feed.to_owned();
        let look = move |_: &text::Stop| {
            let kind = fetched.headers.content_type.as_deref();
            Ok(feed::announces(&decode(&fetched.body, kind), &fetched.final_url, &wanted))
        };
        self.work(deadline::key(front.as_str()), look).await.unwrap_or(false)
    }
}
