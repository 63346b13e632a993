//! Host names to addresses, with what may not be opened taken out before anything connects.

use std::net::SocketAddr;
use std::sync::Arc;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::Guard;

/// What a look-up gives: the addresses of a name.
pub type LookupAnswer = std::io::Result<Vec<SocketAddr>>;

/// Looks host names up.
pub trait Lookup: Send + Sync {
    /// The addresses of `host`; their ports are of no account.
    fn lookup(&self, host: String) -> BoxFuture<'static, LookupAnswer>;
}

/// The system's own look-up.
#[derive(Debug)]
pub(in crate::fetch) struct System;

impl Lookup for System {
    fn lookup(&self, host: String) -> BoxFuture<'static, LookupAnswer> {
        async move { Ok(tokio::net::lookup_host((host, 0)).await?.collect()) }.boxed()
    }
}

/// Every address of the name is closed.
#[derive(Debug, thiserror::Error)]
#[error("no public address")]
pub(in crate::fetch) struct Closed;

/// The name has no address.
#[derive(Debug, thiserror::Error)]
#[error("no address")]
pub(in crate::fetch) struct Unknown;

/// Resolves for connections to one port and lets only permitted addresses through.
pub(in crate::fetch) struct Filtered {
    pub(in crate::fetch) lookup: Arc<dyn Lookup>,
    pub(in crate::fetch) guard: Guard,
    /// The port that will be connected to; `None` stands for any of the public ports.
    pub(in crate::fetch) port: Option<u16>,
}

impl Resolve for Filtered {
    fn resolve(&self, name: Name) -> Resolving {
        let found = self.lookup.lookup(name.as_str().to_owned());
        let guard = self.guard.clone();
        let port = self.port;
        Box::pin(async move {
            let found = found.await.map_err(|_fault| Unknown)?;
            if found.is_empty() {
                return Err(Unknown.into());
            }
            let open: Vec<SocketAddr> = found
                .into_iter()
                .filter(|address| guard.permits(SocketAddr::new(address.ip(), port.unwrap_or(443))))
                .map(|address| SocketAddr::new(address.ip(), 0))
                .collect();
            if open.is_empty() {
                return Err(Closed.into());
            }
            Ok(Box::new(open.into_iter()) as Addrs)
        })
    }
}
