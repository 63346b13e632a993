//! What kind of document an answer is.

/// What a body is, by its label and its first bytes.
pub(super) enum Media {
    Page,
    Text,
    Other,
}

impl Media {
    pub(super) fn of(content_type: &str, body: &[u8]) -> Self {
        let kind = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let head: Vec<u8> = body.iter().copied().take(512).collect();
        let tagged = head.trim_ascii_start().starts_with(b"<")
            || head.trim_ascii_start().starts_with(b"\xef\xbb\xbf<");
        let binary = head.starts_with(b"%PDF")
            || (head.contains(&0) && !head.starts_with(&[0xff, 0xfe]) && !head.starts_with(&[0xfe, 0xff]));
        match kind.as_str() {
            _ if binary => Self::Other,
            "text/html" | "application/xhtml+xml" => Self::Page,
            "" | "text/plain" | "application/octet-stream" if tagged => Self::Page,
            "" | "text/plain" => Self::Text,
            "application/xml" | "text/xml"
                if head.windows(5).any(|part| part.eq_ignore_ascii_case(b"<html")) =>
            {
                Self::Page
            }
            _ => Self::Other,
        }
    }
}

/// The label of a document, as told to people.
pub(super) fn media_name(content_type: &str) -> String {
    let name = content_type.split(';').next().unwrap_or_default().trim();
    name.chars().filter(char::is_ascii_graphic).take(40).collect()
}
