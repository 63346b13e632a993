//! Redirects, names and the addresses they lead to.

use super::*;

#[tokio::test]
async fn redirects_are_followed_and_permanent_chains_told() {
    let server = Server::start(|path| match path {
        "/301" => redirect(301, "/308"),
        "/308" => redirect(308, "end"),
        "/302" => redirect(302, "/301"),
        "/mixed" => redirect(301, "/302"),
        "/303" => redirect(303, "/end#part"),
        "/307" => redirect(307, "/end?x=1"),
        _ => answer(200, &[], "end"),
    })
    .await;
    let web = web(&[&server]);
    for (from, to, permanent) in [
        ("/end", "/end", false),
        ("/301", "/end", true),
        ("/308", "/end", true),
        ("/302", "/end", false),
        ("/mixed", "/end", false),
        ("/303", "/end", false),
        ("/307", "/end?x=1", false),
    ] {
        let fetched = web.get(feed(server.url(from))).await.unwrap();
        assert_eq!(fetched.final_url.as_str(), server.url(to), "{from}");
        assert_eq!(fetched.permanent_redirect.map(String::from), permanent.then(|| server.url(to)), "{from}");
    }
}

#[tokio::test]
async fn redirects_that_lead_nowhere_or_inside_are_refused() {
    let closed = Server::start(|_| answer(200, &[], "secret")).await;
    let inside = closed.url("/latest/meta-data");
    let server = Server::start(move |path| match path {
        "/circle" => redirect(302, "/circle2"),
        "/circle2" => redirect(302, "/circle"),
        "/inside" => redirect(302, &inside),
        "/metadata" => redirect(301, "http://169.254.169.254/latest/meta-data"),
        "/hex" => redirect(302, "http://0x7f.1/"),
        "/name" => redirect(302, "http://localhost/"),
        "/mapped" => redirect(302, "//[::ffff:127.0.0.1]/"),
        "/user" => redirect(302, "http://a:b@paper.example/"),
        "/file" => redirect(302, "file:///etc/passwd"),
        "/port" => redirect(302, "http://paper.example:22/"),
        "/bad" => redirect(302, "http://"),
        "/none" => answer(302, &[], ""),
        path => {
            let number: u32 = path.trim_start_matches("/n").parse().unwrap();
            if number == 0 { answer(200, &[], "end") } else { redirect(302, &format!("/n{}", number - 1)) }
        }
    })
    .await;
    let web = web(&[&server]);
    for (path, code) in [
        ("/circle", "redirect"),
        ("/inside", "private"),
        ("/metadata", "private"),
        ("/hex", "private"),
        ("/name", "private"),
        ("/mapped", "private"),
        ("/user", "bad_address"),
        ("/file", "bad_address"),
        ("/port", "bad_address"),
        ("/bad", "redirect"),
        ("/none", "redirect"),
        ("/n6", "redirect"),
        ("/n5", "ok"),
    ] {
        let answer = web.get(feed(server.url(path))).await;
        assert_eq!(answer.as_ref().map_or_else(Error::code, |_| "ok"), code, "{path} {answer:?}");
    }
    assert!(closed.paths().is_empty(), "the closed server was contacted");
}

#[tokio::test]
async fn validators_stay_with_the_host_that_gave_them() {
    let other = Server::start(|_| answer(200, &[], "other")).await;
    let to = format!("http://other.example:{}/", other.address.port());
    let server = Server::start(move |path| match path {
        "/away" => redirect(301, &to),
        "/here" => redirect(301, "/there"),
        _ => answer(304, &[], ""),
    })
    .await;
    let door = Web::with_lookup(settings(&[&server, &other]), Scripted::new(&[&["127.0.0.1"]])).unwrap();
    let want = |path| Want { etag: Some("\"e\"".into()), ..feed(server.url(path)) };
    assert_eq!(door.get(want("/away")).await.unwrap().body.as_ref(), b"other");
    assert_eq!(other.header(0, "if-none-match"), None);
    assert!(door.get(want("/here")).await.unwrap().not_modified());
    assert_eq!(server.header(2, "if-none-match").unwrap(), b"\"e\"".to_vec());
}

#[tokio::test]
async fn a_name_is_opened_at_its_public_addresses_only() {
    let server = Server::start(|_| answer(200, &[], "inside")).await;
    let url = format!("http://news.example:{}/", server.address.port());
    // The net is open: the name leads there, also when other addresses of it are closed.
    let open = Web::with_lookup(settings(&[&server]), Scripted::new(&[&["10.0.0.1", "127.0.0.1"]])).unwrap();
    assert_eq!(open.get(feed(url)).await.unwrap().body.as_ref(), b"inside");
    // Nothing is open: each kind of closed address, alone or together, ends in the same plain error.
    for addresses in [
        &["127.0.0.1"][..],
        &["10.0.0.1", "192.168.0.1"],
        &["169.254.169.254"],
        &["::1"],
        &["::ffff:127.0.0.1"],
        &["64:ff9b::7f00:1"],
        &["fd00::1", "0.0.0.0"],
    ] {
        let door = Web::with_lookup(Settings::default(), Scripted::new(&[addresses])).unwrap();
        for url in ["http://news.example/", "https://news.example:8443/"] {
            let fault = door.get(feed(url)).await.unwrap_err();
            assert_eq!(fault, Error::Private("news.example".into()), "{addresses:?}");
        }
    }
}

#[tokio::test]
async fn a_name_that_moves_inside_between_two_hops_is_refused() {
    let server = Server::start(|_| redirect(302, "http://rebind.example/second")).await;
    let url = format!("http://rebind.example:{}/first", server.address.port());
    let script = Scripted::new(&[&["127.0.0.1"], &["127.0.0.1"]]);
    let door = Web::with_lookup(settings(&[&server]), script).unwrap();
    // The first hop is allowed by net and port; on port 80 the same address is not.
    assert_eq!(door.get(feed(url)).await, Err(Error::Private("rebind.example".into())));
    assert_eq!(server.paths(), ["/first"]);
}

#[tokio::test]
async fn an_allowed_port_does_not_open_public_addresses_on_it() {
    let server = Server::start(|_| answer(200, &[], "")).await;
    let url = format!("http://news.example:{}/", server.address.port());
    let door = Web::with_lookup(settings(&[&server]), Scripted::new(&[&["8.8.8.8"]])).unwrap();
    assert_eq!(door.get(feed(url)).await, Err(Error::Private("news.example".into())));
}

#[tokio::test]
async fn a_name_without_address_and_a_closed_port_are_told_apart() {
    let server = Server::start(|_| answer(200, &[], "")).await;
    let settings = settings(&[&server]);
    let gone = server.url("/");
    drop(server);
    let door = Web::with_lookup(settings, Scripted::new(&[&[]])).unwrap();
    assert_eq!(
        door.get(feed("https://nowhere.example/")).await,
        Err(Error::NoSuchHost("nowhere.example".into()))
    );
    assert_eq!(door.get(feed(gone)).await, Err(Error::Unreachable("127.0.0.1".into())));
}

#[test]
fn row_14_a_redirect_from_https_leads_to_no_http() {
    for (from, to, leads) in [
        ("https://paper.example/feed", "http://paper.example/feed", None),
        ("https://paper.example/feed", "//wire.example/feed", Some("https://wire.example/feed")),
        ("https://paper.example/feed", "https://wire.example/feed#top", Some("https://wire.example/feed")),
        ("http://paper.example/feed", "https://paper.example/feed", Some("https://paper.example/feed")),
        ("http://paper.example/feed", "http://wire.example/", Some("http://wire.example/")),
    ] {
        let answer = Response::builder().header(header::LOCATION, to).body("").unwrap();
        let led = follow::target(&answer.into(), &Url::parse(from).unwrap());
        let due = leads.map(|url| Url::parse(url).unwrap()).ok_or(Error::Downgrade("paper.example".into()));
        assert_eq!(led, due, "{to}");
    }
}
