//! Which addresses may be opened.
//!
//! In: what a person wrote, or what a name resolved to. Out: yes or why not. Pure. Invariant: an address passes only
//! when it is global unicast on a listed port, or opened by `web.allow_nets`.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use url::{Host, Url};

mod allow;
mod resolve;

use super::error::Error;
pub use allow::{AllowedNet, BadAllowedNet};
pub(super) use resolve::{Closed, Filtered, System, Unknown};
pub use resolve::{Lookup, LookupAnswer};

/// Ports that are opened on public addresses.
const PORTS: [u16; 4] = [80, 443, 8080, 8443];
/// Longest address that is looked at, in bytes.
const LONGEST: usize = 4_096;

/// The rules, cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct Guard {
    nets: Arc<[AllowedNet]>,
}

impl Guard {
    pub(super) fn new(nets: &[AllowedNet]) -> Self {
        Self { nets: nets.into() }
    }

    /// Reads an address a person wrote; one without a scheme is taken as https.
    pub(super) fn parse(&self, address: &str) -> Result<Url, Error> {
        let address = address.trim();
        if address.is_empty() || address.len() > LONGEST {
            return Err(Error::NotAnAddress);
        }
        let url = match Url::parse(address) {
            Ok(url) if url.has_host() || !looks_like_a_host(address) => url,
            _ if looks_like_a_host(address) => {
                Url::parse(&format!("https://{address}")).map_err(|_fault| Error::NotAnAddress)?
            }
            _ => return Err(Error::NotAnAddress),
        };
        self.check(&url)?;
        Ok(url)
    }

    /// Checks everything that can be told without looking the host up.
    pub(super) fn check(&self, url: &Url) -> Result<(), Error> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Error::Scheme(url.scheme().chars().take(20).collect()));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Error::UserInfo);
        }
        let port = url.port_or_known_default().ok_or(Error::NotAnAddress)?;
        let host = url.host().ok_or(Error::NotAnAddress)?;
        if let Host::Domain(name) = host {
            self.check_name(name, port, url)?;
        }
        let literal = match host {
            Host::Ipv4(ip) => Some(IpAddr::V4(ip)),
            Host::Ipv6(ip) => Some(IpAddr::V6(ip)),
            Host::Domain(name) => numeric_name(name),
        };
        match literal {
            Some(ip) if self.nets.iter().any(|net| net.opens(SocketAddr::new(ip, port))) => Ok(()),
            Some(ip) if !address_is_public(ip) => Err(Error::Private(host_of(url))),
            Some(_) if PORTS.contains(&port) => Ok(()),
            None if PORTS.contains(&port) || self.nets.iter().any(|net| net.port() == port) => Ok(()),
            _ => Err(Error::Port(port)),
        }
    }

    /// Refuses a name no host can have, and that of this machine.
    fn check_name(&self, name: &str, port: u16, url: &Url) -> Result<(), Error> {
        let bare = name.strip_suffix('.').unwrap_or(name);
        let is_label = |label: &str| {
            !label.is_empty()
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
        };
        if !bare.split('.').all(is_label) {
            return Err(Error::NotAnAddress);
        }
        // RFC 6761, 6.3: whatever ends so is this machine
        let is_here = bare == "localhost" || bare.ends_with(".localhost");
        let own: [IpAddr; 2] = [Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
        let opens = |ip: &IpAddr| self.nets.iter().any(|net| net.opens(SocketAddr::new(*ip, port)));
        if is_here && !own.iter().any(opens) {
            return Err(Error::Private(host_of(url)));
        }
        Ok(())
    }

    /// True when a connection to this address and port may be made.
    pub(super) fn permits(&self, address: SocketAddr) -> bool {
        let public = PORTS.contains(&address.port()) && address_is_public(address.ip());
        public || self.nets.iter().any(|net| net.opens(address))
    }
}

/// The host of an address for people: its name, or what stands for it.
pub(super) fn host_of(url: &Url) -> String {
    let host = url.host_str().unwrap_or("that address");
    let cut = host.char_indices().nth(80).map_or(host.len(), |(at, _)| at);
    host.get(..cut).unwrap_or_default().to_owned()
}

/// True for addresses on the public internet (IANA special-purpose registries, 2026, read narrowly).
#[must_use]
pub fn address_is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(ip) => v4_is_public(ip),
        IpAddr::V6(ip) => v6_is_public(ip),
    }
}

fn v4_is_public(ip: Ipv4Addr) -> bool {
    !matches!(
        ip.octets(),
        [0 | 10 | 127 | 224..=255, ..]
            | [100, 64..=127, ..]
            | [169, 254, ..]
            | [172, 16..=31, ..]
            | [192, 0, 0 | 2, _]
            | [192, 31, 196, _]
            | [192, 52, 193, _]
            | [192, 88, 99, _]
            | [192, 168, ..]
            | [192, 175, 48, _]
            | [198, 18 | 19, ..]
            | [198, 51, 100, _]
            | [203, 0, 113, _]
            | [168, 63, 129, 16]
    )
}

fn v6_is_public(ip: Ipv6Addr) -> bool {
    // Only 2000::/3 is handed out; mapped, NAT64, ULA, link-local, site-local and multicast all lie outside it.
    match ip.segments() {
        [0x2001, 0..=0x01ff | 0x0db8, ..]
        | [0x2002, ..]
        | [0x3fff, 0..=0x0fff, ..]
        | [0x2620, 0x004f, 0x8000, ..] => false,
        [first, ..] => (0x2000..=0x3fff).contains(&first),
    }
}

/// A name that some resolvers read as a number although the URL standard left it a name.
fn numeric_name(name: &str) -> Option<IpAddr> {
    let bare = name.trim_end_matches('.');
    bare.parse().ok().or_else(|| bare.parse::<u32>().ok().map(|number| Ipv4Addr::from(number).into()))
}

/// `example.org/feed` or `example.org:8080`: what people write without a scheme.
fn looks_like_a_host(address: &str) -> bool {
    let host = address.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let after_colon = address.get(host.len()..).and_then(|rest| rest.strip_prefix(':'));
    let port_follows = after_colon.is_none_or(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    port_follows
        && host.contains('.')
        && !host.starts_with('.')
        && !host.contains(|c: char| c.is_whitespace() || c == '@')
}

#[cfg(test)]
mod tests;
