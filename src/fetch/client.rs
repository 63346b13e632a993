//! The HTTP clients: one for the public ports, one for each port of `web.allow_nets`.
//!
//! A resolver is told the name but not the port, and an entry of `web.allow_nets` opens one port only; so each such
//! port has a client whose resolver knows it.

use std::collections::HashMap;
use std::error::Error as _;
use std::sync::Arc;
use std::time::Duration;

use reqwest::Client;
use url::Url;

use super::error::Error;
use super::guard::{Closed, Filtered, Guard, Lookup, Unknown, host_of};
use super::settings::Settings;

pub(super) struct Clients {
    public: Client,
    by_port: HashMap<u16, Client>,
}

impl Clients {
    pub(super) fn new(settings: &Settings, guard: &Guard, lookup: &Arc<dyn Lookup>) -> anyhow::Result<Self> {
        let build = |port| -> anyhow::Result<Client> {
            let filtered = Filtered { lookup: Arc::clone(lookup), guard: guard.clone(), port };
            Ok(Client::builder()
                .no_proxy()
                .redirect(reqwest::redirect::Policy::none())
                .referer(false)
                .retry(reqwest::retry::never())
                .connect_timeout(settings.connect_timeout)
                .pool_max_idle_per_host(1)
                .pool_idle_timeout(Duration::from_secs(20))
                .dns_resolver(Arc::new(filtered))
                .build()?)
        };
        let mut by_port = HashMap::new();
        for net in &settings.allow_nets {
            by_port.insert(net.port(), build(Some(net.port()))?);
        }
        Ok(Self { public: build(None)?, by_port })
    }

    /// The client for the address's port.
    pub(super) fn at(&self, url: &Url) -> &Client {
        url.port_or_known_default().and_then(|port| self.by_port.get(&port)).unwrap_or(&self.public)
    }
}

/// Puts what went wrong into our words; the address is left out of them.
pub(super) fn explain(fault: reqwest::Error, url: &Url, seconds: u64) -> Error {
    let host = host_of(url);
    let fault = fault.without_url();
    if fault.is_timeout() {
        return Error::TimedOut { host, seconds };
    }
    let mut cause = fault.source();
    while let Some(inner) = cause {
        if inner.is::<Closed>() {
            return Error::Private(host);
        }
        if inner.is::<Unknown>() {
            return Error::NoSuchHost(host);
        }
        if let Some(io) = inner.downcast_ref::<std::io::Error>() {
            if io.get_ref().is_some_and(|inner| inner.to_string().contains("certificate")) {
                return Error::Tls(host);
            }
            if io.kind() == std::io::ErrorKind::InvalidData && fault.is_connect() {
                return Error::Tls(host);
            }
        }
        cause = inner.source();
    }
    if fault.is_connect() || fault.is_request() { Error::Unreachable(host) } else { Error::Garbled(host) }
}
