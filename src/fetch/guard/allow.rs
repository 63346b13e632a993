//! Entries of `web.allow_nets`: `127.0.0.1/32:8080`, `[fd00::]/8:443`.

use std::fmt;
use std::net::SocketAddr;
use std::str::FromStr;

use ipnet::IpNet;
use serde::{Deserialize, Serialize};

/// A net and the one port that may be opened on it although it is not public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct AllowedNet {
    net: IpNet,
    port: u16,
}

/// What is wrong with an entry of `web.allow_nets`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{entry}` is not a net and a port: {fault}; write it like 127.0.0.1/32:8080 or [fd00::]/8:443")]
pub struct BadAllowedNet {
    entry: String,
    fault: &'static str,
}

impl AllowedNet {
    /// True when the entry opens this address and port.
    #[must_use]
    pub fn opens(&self, address: SocketAddr) -> bool {
        self.port == address.port() && self.net.contains(&address.ip())
    }

    /// The port it opens.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }
}

impl FromStr for AllowedNet {
    type Err = BadAllowedNet;

    fn from_str(entry: &str) -> Result<Self, Self::Err> {
        let bad = |fault| BadAllowedNet { entry: entry.to_owned(), fault };
        let trimmed = entry.trim();
        let (net, rest) =
            trimmed.split_once('/').ok_or_else(|| bad("there is no `/` with a prefix length"))?;
        let (prefix, port) = rest.split_once(':').ok_or_else(|| bad("there is no `:` with a port"))?;
        let address = net
            .strip_prefix('[')
            .map_or(Some(net), |inner| inner.strip_suffix(']'))
            .and_then(|bare| bare.parse().ok())
            .ok_or_else(|| bad("the address cannot be read"))?;
        let prefix = prefix.parse().ok().ok_or_else(|| bad("the prefix length is not a number"))?;
        let net =
            IpNet::new(address, prefix).ok().ok_or_else(|| bad("the prefix length is too long"))?.trunc();
        match port.parse() {
            Ok(0) | Err(_) => Err(bad("the port is not a number from 1 to 65535")),
            Ok(port) => Ok(Self { net, port }),
        }
    }
}

impl fmt::Display for AllowedNet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.net {
            IpNet::V4(net) => write!(f, "{net}:{}", self.port),
            IpNet::V6(net) => write!(f, "[{}]/{}:{}", net.addr(), net.prefix_len(), self.port),
        }
    }
}

impl From<AllowedNet> for String {
    fn from(entry: AllowedNet) -> Self {
        entry.to_string()
    }
}

impl TryFrom<String> for AllowedNet {
    type Error = BadAllowedNet;

    fn try_from(entry: String) -> Result<Self, Self::Error> {
        entry.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_read_and_written_back() {
        for entry in ["127.0.0.1/32:8080", "10.0.0.0/8:443", "[::1]/128:80", "[fd00::]/8:8443", "0.0.0.0/0:1"]
        {
            assert_eq!(entry.parse::<AllowedNet>().unwrap().to_string(), entry);
        }
        assert_eq!(" 10.1.2.3/8:443 ".parse::<AllowedNet>().unwrap().to_string(), "10.0.0.0/8:443");
    }

    #[test]
    fn a_wrong_entry_says_what_is_wrong() {
        for (entry, fault) in [
            ("127.0.0.1:8080", "no `/`"),
            ("127.0.0.1/32", "no `:`"),
            ("localhost/32:80", "address cannot be read"),
            ("[::1/128:80", "address cannot be read"),
            ("127.0.0.1/33:80", "too long"),
            ("127.0.0.1/x:80", "not a number"),
            ("127.0.0.1/32:0", "port"),
            ("127.0.0.1/32:70000", "port"),
            ("", "no `/`"),
        ] {
            let message = entry.parse::<AllowedNet>().unwrap_err().to_string();
            assert!(message.contains(fault) && message.contains("127.0.0.1/32:8080"), "{entry}: {message}");
        }
    }

    #[test]
    fn an_entry_opens_its_own_net_and_port_only() {
        let entry: AllowedNet = "127.0.0.0/30:8080".parse().unwrap();
        for (address, open) in [
            ("127.0.0.1:8080", true),
            ("127.0.0.3:8080", true),
            ("127.0.0.4:8080", false),
            ("127.0.0.1:8081", false),
            ("[::ffff:127.0.0.1]:8080", false),
        ] {
            assert_eq!(entry.opens(address.parse().unwrap()), open, "{address}");
        }
    }
}
