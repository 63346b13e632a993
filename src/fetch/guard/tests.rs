use proptest::prelude::*;

use super::*;

fn guard(nets: &[&str]) -> Guard {
    Guard::new(&nets.iter().map(|net| net.parse().unwrap()).collect::<Vec<_>>())
}

#[test]
fn addresses_that_are_not_public_are_refused_in_every_spelling() {
    for host in [
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "0x7f.1",
        "0x7f000001",
        "2130706433",
        "017700000001",
        "0177.0.0.01",
        "127.0.0.1.",
        "127.1.",
        "0",
        "0.0.0.0",
        "00000000.0x0",
        "10.0.0.1",
        "10.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "192.168.257",
        "3232235777",
        "0xc0a80101",
        "169.254.169.254",
        "0xa9fea9fe",
        "2852039166",
        "0251.0376.0251.0376",
        "100.64.0.1",
        "100.100.100.200",
        "100.127.255.255",
        "192.0.0.1",
        "192.0.0.192",
        "192.0.2.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "192.88.99.1",
        "168.63.129.16",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "4294967295",
        "１２７.０.０.１",
        "①②⑦.⓪.⓪.①",
        "127。0。0。1",
        "127｡0｡0｡1",
        "１２７．１",
        "%31%32%37.0.0.1",
        "127.0.0.%31",
        "[::]",
        "[::1]",
        "[0:0:0:0:0:0:0:1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[::ffff:8.8.8.8]",
        "[64:ff9b::7f00:1]",
        "[64:ff9b::8.8.8.8]",
        "[64:ff9b:1::1]",
        "[2002:7f00:1::]",
        "[2002:808:808::1]",
        "[2001::1]",
        "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
        "[2001:2::1]",
        "[2001:10::1]",
        "[2001:20::1]",
        "[2001:db8::1]",
        "[3fff::1]",
        "[fc00::1]",
        "[fd00:ec2::254]",
        "[fe80::1]",
        "[febf::1]",
        "[fec0::1]",
        "[ff02::1]",
        "[100::1]",
        "[5f00::1]",
        "[4000::1]",
        "[::ffff:0:127.0.0.1]",
    ] {
        for url in
            [format!("http://{host}/"), format!("https://{host}:8443/feed"), format!("http://{host}:80")]
        {
            assert!(
                matches!(guard(&[]).parse(&url), Err(Error::Private(_))),
                "{url}: {:?}",
                guard(&[]).parse(&url)
            );
        }
    }
}

#[test]
fn public_addresses_and_names_pass() {
    for address in [
        "http://8.8.8.8/",
        "https://1.1.1.1:443/a",
        "http://134744072/",
        "http://100.63.255.255/",
        "http://100.128.0.1/",
        "http://172.15.0.1/",
        "http://172.32.0.1/",
        "http://192.0.1.1/",
        "http://198.17.0.1/",
        "http://198.20.0.1/",
        "http://223.255.255.255/",
        "http://169.253.1.1/",
        "http://11.0.0.1/",
        "http://128.0.0.1/",
        "https://[2606:4700::1111]/",
        "https://[2a00:1450::1]:8443/",
        "https://[2001:200::1]/",
        "https://[2400::1]/",
        "https://paper.example/feed?x=1#top",
        "HTTP://PAPER.EXAMPLE:8080/",
        "https://вести.example/лента",
        "paper.example/feed",
        "https://paper.example./feed",
        "https://a_b.xn--p1ai/",
        "paper.example:8443/feed",
        "  https://paper.example  ",
        "https://@paper.example/",
    ] {
        assert!(guard(&[]).parse(address).is_ok(), "{address}: {:?}", guard(&[]).parse(address));
    }
}

#[test]
fn what_is_wrong_with_an_address_is_told_in_one_line() {
    for (address, line) in [
        ("", "that is not a web address; it should look like https://example.org/news"),
        ("hello there", "that is not a web address; it should look like https://example.org/news"),
        ("http://", "that is not a web address; it should look like https://example.org/news"),
        ("https:///", "that is not a web address; it should look like https://example.org/news"),
        ("привет", "that is not a web address; it should look like https://example.org/news"),
        (
            "http://256.256.256.256/",
            "that is not a web address; it should look like https://example.org/news",
        ),
        ("http://&c;/x", "that is not a web address; it should look like https://example.org/news"),
        ("http://paper..example/", "that is not a web address; it should look like https://example.org/news"),
        ("http://localhost/", "localhost is not on the public internet, so it is not opened"),
        ("http://LOCALHOST.:8080/", "localhost. is not on the public internet, so it is not opened"),
        ("http://a.localhost/", "a.localhost is not on the public internet, so it is not opened"),
        ("http://a b.example/", "that is not a web address; it should look like https://example.org/news"),
        ("ftp://paper.example/", "I can only open http and https addresses, not ftp"),
        ("file:///etc/passwd", "I can only open http and https addresses, not file"),
        ("gopher://127.0.0.1/", "I can only open http and https addresses, not gopher"),
        ("javascript:alert(1)", "I can only open http and https addresses, not javascript"),
        (
            "http://bob@paper.example/",
            "an address with a name or password in it (the part before @) is not opened; leave that part out",
        ),
        (
            "http://bob:secret@paper.example/",
            "an address with a name or password in it (the part before @) is not opened; leave that part out",
        ),
        (
            "http://8.8.8.8@127.0.0.1/",
            "an address with a name or password in it (the part before @) is not opened; leave that part out",
        ),
        ("http://paper.example:22/", "port 22 is not opened; only 80, 443, 8080 and 8443 are"),
        ("http://8.8.8.8:6379/", "port 6379 is not opened; only 80, 443, 8080 and 8443 are"),
        ("http://127.0.0.1:6379/", "127.0.0.1 is not on the public internet, so it is not opened"),
        ("http://0x7f.1/", "127.0.0.1 is not on the public internet, so it is not opened"),
    ] {
        assert_eq!(guard(&[]).parse(address).unwrap_err().to_string(), line, "{address}");
    }
    let long = format!("https://paper.example/{}", "a".repeat(5_000));
    assert_eq!(guard(&[]).parse(&long), Err(Error::NotAnAddress));
}

#[test]
fn an_allowed_net_opens_its_address_and_port_and_nothing_else() {
    let guard = guard(&["127.0.0.1/32:8099", "10.0.0.0/8:443"]);
    for (address, open) in [
        ("http://127.0.0.1:8099/", true),
        ("http://127.1:8099/", true),
        ("http://127.0.0.2:8099/", false),
        ("http://127.0.0.1:8080/", false),
        ("http://[::1]:8099/", false),
        ("http://[::ffff:127.0.0.1]:8099/", false),
        ("http://8.8.8.8:8099/", false),
        ("http://localhost:8099/", true),
        ("http://localhost:443/", false),
        ("https://10.9.8.7/", true),
        ("http://10.9.8.7/", false),
        ("http://name.example:8099/", true), // the resolver decides
        ("http://name.example:8098/", false),
    ] {
        assert_eq!(guard.parse(address).is_ok(), open, "{address}");
    }
    for (address, open) in [
        ("127.0.0.1:8099", true),
        ("127.0.0.1:80", false),
        ("8.8.8.8:8099", false),
        ("8.8.8.8:80", true),
        ("10.0.0.1:443", true),
        ("10.0.0.1:80", false),
    ] {
        assert_eq!(guard.permits(address.parse().unwrap()), open, "{address}");
    }
}

/// The closed IPv4 nets written the other way, to compare with.
const CLOSED: [&str; 18] = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.31.196.0/24",
    "192.52.193.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "192.175.48.0/24",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "168.63.129.16/32",
    "224.0.0.0/3",
];

proptest! {
    #[test]
    fn a_number_is_public_just_when_no_closed_net_holds_it(number: u32) {
        let ip = Ipv4Addr::from(number);
        let closed = CLOSED.iter().any(|net| net.parse::<ipnet::Ipv4Net>().unwrap().contains(&ip));
        prop_assert_eq!(address_is_public(ip.into()), !closed);
    }

    #[test]
    fn every_address_in_a_closed_net_is_refused(net in 0..CLOSED.len(), number: u32, form in 0..4) {
        let net = CLOSED[net].parse::<ipnet::Ipv4Net>().unwrap();
        let host = u32::from(net.network()) | (number & u32::from(net.hostmask()));
        let [a, b, c, d] = Ipv4Addr::from(host).octets();
        let url = match form {
            0 => format!("http://{host}/"),
            1 => format!("http://{host:#x}/"),
            2 => format!("http://0{a:o}.{b}.{:#x}./", u32::from(c) << 8 | u32::from(d)),
            _ => format!("http://[::ffff:{a}.{b}.{c}.{d}]/"),
        };
        prop_assert!(matches!(guard(&[]).parse(&url), Err(Error::Private(_))), "{}", url);
    }

    #[test]
    fn only_handed_out_space_is_public_in_version_six(number: u128) {
        let ip = Ipv6Addr::from(number);
        if address_is_public(ip.into()) {
            prop_assert_eq!(number >> 125, 1);
            prop_assert_ne!(number >> 112, 0x2002);
        }
    }

    #[test]
    fn no_text_panics_and_none_passes_to_a_literal_that_is_not_public(text in "\\PC{0,60}", tail in "[0-9a-fx.:\\[\\]%@/①１。]{0,24}") {
        for address in [text.clone(), format!("http://{tail}"), format!("http://{text}{tail}/"), format!("https://{tail}@{text}")] {
            if let Ok(url) = guard(&[]).parse(&address) {
                let ip = match url.host() {
                    Some(Host::Ipv4(ip)) => Some(IpAddr::V4(ip)),
                    Some(Host::Ipv6(ip)) => Some(IpAddr::V6(ip)),
                    _ => None,
                };
                prop_assert!(ip.is_none_or(address_is_public), "{}", address);
                prop_assert!(PORTS.contains(&url.port_or_known_default().unwrap()));
            }
        }
    }
}
