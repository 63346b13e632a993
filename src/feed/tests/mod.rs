//! Invented feeds, whole and broken, and what must be read from them.

mod items;

use super::*;

/// Title, link and date of each entry; the date of publication, else of change.
fn read(text: &str) -> Vec<(String, String, String)> {
    let feed = parse(text.as_bytes(), Some("https://desk.example/news/feed.xml"), None)
        .unwrap_or_else(|fault| panic!("{fault}: {text}"));
    feed.entries
        .into_iter()
        .map(|entry| {
            let date = entry.published.or(entry.updated).map(|at| at.format("%FT%TZ").to_string());
            (entry.title.unwrap_or_default(), entry.url.unwrap_or_default(), date.unwrap_or_default())
        })
        .collect()
}

fn item(inside: &str) -> String {
    format!(
        "<rss version='2.0'><channel><title>Desk</title><link>https://desk.example/</link><item>{inside}</item></channel></rss>"
    )
}

const ONE: &str = "https://desk.example/1";
const NOON: &str = "2026-02-03T12:00:00Z";

#[test]
fn reads_every_kind_of_feed() {
    let table = [
        (
            "rss 2.0",
            "<rss version='2.0'><channel><item><title>Talks</title><link>https://desk.example/1</link><pubDate>Tue, 03 Feb 2026 12:00:00 GMT</pubDate></item></channel></rss>",
        ),
        (
            "rss 0.92",
            "<rss version='0.92'><channel><item><title>Talks</title><link>/1</link><pubDate>2026-02-03 12:00</pubDate></item></channel></rss>",
        ),
        (
            "rss without version",
            "<rss><channel><item><title>Talks</title><guid>https://desk.example/1</guid><dc:date>2026-02-03T12:00:00Z</dc:date></item></channel></rss>",
        ),
        (
            "rss 1.0",
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:d='http://purl.org/dc/elements/1.1/'><channel><title>Desk</title></channel><item rdf:about='x'><title>Talks</title><link>https://desk.example/1</link><d:date>2026-02-03T12:00:00Z</d:date></item></rdf:RDF>",
        ),
        (
            "rss 0.9",
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://channel.netscape.com/rdf/simple/0.9/'><item><title>Talks</title><link>https://desk.example/1</link><pubDate>03.02.2026 12:00</pubDate></item></rdf:RDF>",
        ),
        (
            "atom 1.0",
            "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://desk.example/'><entry><title type='html'>&lt;b&gt;Talks&lt;/b&gt;</title><link rel='self' href='/self'/><link href='1'/><id>urn:1</id><updated>2026-02-03T12:00:00Z</updated></entry></feed>",
        ),
        (
            "atom 1.0 with prefix",
            "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>Talks</a:title><a:link rel='alternate' href='../1'/><a:published>2026-02-03T12:00:00Z</a:published></a:entry></a:feed>",
        ),
        (
            "atom xhtml",
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><b>Talks</b></div></title><link href='/1'/><updated>2026-02-03T12:00:00Z</updated></entry></feed>",
        ),
        (
            "atom 0.3",
            "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>Talks</title><link rel='alternate' type='text/html' href='https://desk.example/1'/><issued>2026-02-03T12:00:00</issued></entry></feed>",
        ),
        (
            "cdf",
            "<CHANNEL HREF='https://desk.example/'><ITEM HREF='/1' LASTMOD='2026-02-03T12:00:00Z'><TITLE>Talks</TITLE></ITEM></CHANNEL>",
        ),
        (
            "json",
            r#"{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","url":"https://desk.example/1","title":"Talks","date_published":"2026-02-03T12:00:00Z"}]}"#,
        ),
    ];
    for (name, text) in table {
        assert_eq!(read(text), [("Talks".to_owned(), ONE.to_owned(), NOON.to_owned())], "{name}");
    }
}

#[test]
fn mends_what_is_broken() {
    let whole = "<title>A &amp; B</title><link>https://desk.example/1</link>";
    let table = [
        ("junk before", format!("Warning: line 3\n<br />\n{}", item(whole))),
        ("declaration not first", format!("\n <?xml version='1.0' encoding='utf-8'?>{}", item(whole))),
        ("doctype and comments", format!("<!DOCTYPE rss [<!ENTITY x 'y'>]><!-- <item> -->{}", item(whole))),
        ("bare ampersand", item("<title>A & B</title><link>https://desk.example/1</link>")),
        ("entity of HTML", item("<title>A&nbsp;&amp;&#32;B</title><link>https://desk.example/1</link>")),
        (
            "characters XML forbids",
            item("<title>A\u{1} &amp; &#11;B</title><link>https://desk.example/1</link>"),
        ),
        (
            "upper case",
            item(whole)
                .to_uppercase()
                .replace("&AMP;", "&amp;")
                .replace("HTTPS://DESK.EXAMPLE", "https://desk.example"),
        ),
        ("title never closed", item("<title>A &amp; B<link>https://desk.example/1</link>")),
        (
            "markup never closed",
            item(
                "<title>A &amp; B</title><description><b>So<p>it goes</description><link>https://desk.example/1</link>",
            ),
        ),
        ("CDATA never closed", item("<title><![CDATA[A & B</title><link>https://desk.example/1</link>")),
        ("item never closed", format!("<rss><channel><item>{whole}")),
        ("cut off", format!("<rss><channel><item>{whole}<pubDate>Tue, 0")),
        (
            "second document",
            format!("{}<rss><channel><item><title>No</title></item></channel></rss>", item(whole)),
        ),
        (
            "image with a title",
            item(&format!("{whole}<image><title>No</title><link>https://desk.example/no</link></image>")),
        ),
        ("media title", item(&format!("<media:group><media:title>No</media:title></media:group>{whole}"))),
        (
            "line break in the link",
            item("<title>A &amp; B</title><link>\n https://desk.\n example/1 </link>"),
        ),
        (
            "self link in an item",
            item(&format!("{whole}<atom:link rel='self' href='https://desk.example/no'/>")),
        ),
    ];
    for (name, text) in table {
        assert_eq!(read(&text), [("A & B".to_owned(), ONE.to_owned(), String::new())], "{name}");
    }
}

#[test]
fn an_item_left_open_ends_where_the_next_begins() {
    let text =
        "<rss><channel><item><title>One</title><description><i>x<item><title>Two</title></channel></rss>";
    assert_eq!(read(text).into_iter().map(|(title, ..)| title).collect::<Vec<_>>(), ["One", "Two"]);
}

#[test]
fn keeps_the_words_and_the_whole_article() {
    let text = item(
        "<description>&lt;p&gt;Short &amp;amp; sweet.&lt;/p&gt;</description><content:encoded><![CDATA[<p>The <b>whole</b> of it.</p>]]></content:encoded><dc:creator>Ann</dc:creator><author><name>Bob</name><email>b@e.example</email></author>",
    );
    let feed = parse(text.as_bytes(), None, None).unwrap();
    let entry = &feed.entries[0];
    assert_eq!(entry.summary.as_deref(), Some("Short & sweet."));
    assert_eq!(entry.content_html.as_deref(), Some("<p>The <b>whole</b> of it.</p>"));
    assert_eq!(entry.authors, ["Ann", "Bob"]);
    assert_eq!(feed.title.as_deref(), Some("Desk"));
    assert_eq!(feed.site_url.as_deref(), Some("https://desk.example/"));
}

#[test]
fn hears_what_a_feed_asks_for() {
    let text = "<rss xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel><language> ru </language><ttl>90</ttl>
        <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
        <skipHours><hour>0</hour><hour>23</hour><hour>24</hour><hour>x</hour></skipHours><skipDays><day>Monday</day><day>Sunday</day></skipDays>
        <atom:link rel='hub' href='https://hub.example/'/><atom:link rel='self' href='https://desk.example/feed'/></channel></rss>";
    let feed = parse(text.as_bytes(), None, None).unwrap();
    let due = Hints {
        ttl_seconds: Some(5_400),
        update_seconds: Some(21_600),
        skip_hours: 1 | 1 << 23,
        skip_days: 1 | 1 << 6,
        hub: Some("https://hub.example/".into()),
        own_url: Some("https://desk.example/feed".into()),
    };
    assert_eq!((feed.hints, feed.language.as_deref()), (due, Some("ru")));
}

#[test]
fn one_guid_is_one_item_unless_all_share_it() {
    let feed =
        |items: &str| parse(format!("<rss><channel>{items}</channel></rss>").as_bytes(), None, None).unwrap();
    let twice =
        feed("<item><guid>7</guid><title>Old</title></item><item><guid>7</guid><title>New</title></item>");
    assert_eq!(twice.items().count(), 1);
    let shared: String = ["a", "b", "c"]
        .map(|name| {
            format!(
                "<item><guid>site</guid><title>{name}</title><link>https://e.example/{name}</link></item>"
            )
        })
        .concat();
    let shared = feed(&shared);
    let ids: Vec<_> = shared.items().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["https://e.example/a", "https://e.example/b", "https://e.example/c"]);
}

#[test]
fn says_what_it_was_instead() {
    let table: [(&[u8], NotAFeed); 8] = [
        (b"", NotAFeed::Empty),
        (b" \n", NotAFeed::Empty),
        (b"<!DOCTYPE html><html><body><rss></rss></body></html>", NotAFeed::Html),
        (b"<div>404</div>", NotAFeed::Html),
        (b"{\"error\": true}", NotAFeed::Json),
        (b"<opml><body/></opml>", NotAFeed::Xml),
        (b"Not found", NotAFeed::Text),
        (b"\x89PNG\r\n\x1a\n\0\x01\x02\xff\xfe\xfd", NotAFeed::Binary),
    ];
    for (bytes, due) in table {
        assert_eq!(parse(bytes, None, None), Err(due), "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn hostile_documents_take_linear_time() {
    // quadratic reading of any of these would take hours
    let parts = [
        "<![CDATA[",
        "<!--",
        "<?x",
        "<!x[",
        "<a x=\"",
        "<item>",
        "</b",
        "&",
        "<link",
        "<title>",
        "<a:b xmlns:c='d'>",
        "<image>",
    ];
    for part in parts {
        let text = format!("<rss><channel>{}", part.repeat(400_000 / part.len()));
        assert!(parse(text.as_bytes(), None, None).is_ok(), "{part}");
    }
}

#[test]
fn entities_a_document_declares_are_not_expanded() {
    let text = "<!DOCTYPE rss [<!ENTITY a 'spam'><!ENTITY b '&a;&a;&a;&a;'>]><rss><channel><title>Desk</title>\
        <item><title>Talks &b; go on</title><link>https://desk.example/1</link></item></channel></rss>";
    let feed = parse(text.as_bytes(), None, None).unwrap();
    let title = feed.entries[0].title.clone().unwrap();
    assert!(title.starts_with("Talks") && title.ends_with("go on") && !title.contains("spam"), "{title}");
}

proptest::proptest! {
    #[test]
    fn never_panics_on_any_bytes(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
        parse(&bytes, Some("https://desk.example/"), Some("text/xml; charset=utf-16")).ok();
    }

    #[test]
    fn never_panics_on_mutilated_feeds(cut in 0_usize..700, insert in "[<>&;\"'/!\\[\\]é-]{0,6}", drop in 0_usize..40) {
        let text = format!("<?xml version='1.0' encoding='windows-1251'?><rss xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Бюро</title>{}\
            <item><title type='xhtml'><b>О встрече</b></title><guid isPermaLink='true'>https://desk.example/2</guid><dc:date>2026-02-03</dc:date>\
            <description><![CDATA[<p>Дальше</p>]]></description><author><name>Анна</name></author></item></channel></rss>", item("x"));
        let bytes = text.as_bytes();
        let at = cut.min(bytes.len());
        let mutilated = [&bytes[..at], insert.as_bytes(), &bytes[(at + drop).min(bytes.len())..]].concat();
        if let Ok(feed) = parse(&mutilated, None, None) {
            for entry in &feed.entries {
                proptest::prop_assert!(!entry.id.is_empty());
            }
        }
    }
}
