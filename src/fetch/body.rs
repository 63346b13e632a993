//! Reading a body with a cap on its decompressed bytes.

use axum::body::Bytes;
use reqwest::Response;
use reqwest::header::CONTENT_ENCODING;
use url::Url;

use super::Error;
use super::client::explain;
use super::guard::host_of;

/// Reads the whole body, or fails once more than `limit` decompressed bytes have come.
pub(super) async fn read(
    mut response: Response,
    url: &Url,
    limit: usize,
    seconds: u64,
) -> Result<Bytes, Error> {
    let too_large = || Error::TooLarge { host: host_of(url), limit };
    // The decoder takes its own header away: one that is left names a coding that was not asked for.
    if response
        .headers()
        .get(CONTENT_ENCODING)
        .is_some_and(|coding| !coding.as_bytes().eq_ignore_ascii_case(b"identity"))
    {
        return Err(Error::Garbled(host_of(url)));
    }
    let announced = response.content_length().and_then(|length| usize::try_from(length).ok()).unwrap_or(0);
    if announced > limit {
        return Err(too_large());
    }
    let mut body = Vec::with_capacity(announced.min(64 << 10));
    while let Some(chunk) = response.chunk().await.map_err(|fault| explain(fault, url, seconds))? {
        if body.len() + chunk.len() > limit {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
    }
    body.shrink_to_fit();
    Ok(body.into())
}

/// Reads at most the first `limit` bytes and forgives whatever goes wrong.
pub(super) async fn beginning(mut response: Response, limit: usize) -> Vec<u8> {
    let mut body = Vec::new();
    while let Ok(Some(chunk)) = response.chunk().await {
        body.extend(chunk.iter().take(limit - body.len()));
        if body.len() >= limit {
            break;
        }
    }
    body
}
