//! How fast feeds are read that need no repair, beside feed-rs alone. `cargo bench --bench feed`

use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// An invented RSS feed of fifty entries with whole articles, about 150 kB.
fn rss() -> String {
    let paragraph =
        "<p>The harbour council agreed on Tuesday to reopen the northern ferry line &amp; its pier.</p>"
            .repeat(30);
    let items: String = (0..50)
        .map(|n| {
            format!(
                "<item><title>Talks &amp; tariffs {n}</title><link>https://desk.example/{n}</link><guid>https://desk.example/{n}</guid>\
                 <pubDate>Tue, 03 Feb 2026 12:{n:02}:00 +0300</pubDate><dc:creator>Ann Lund</dc:creator>\
                 <description>Envoys met again.</description><content:encoded><![CDATA[{paragraph}]]></content:encoded></item>"
            )
        })
        .collect::<Vec<_>>()
        .concat();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Desk</title>{items}</channel></rss>"
    )
}

#[divan::bench]
fn ours(bencher: Bencher) {
    let feed = rss();
    bencher.counter(BytesCount::of_str(&feed)).bench(|| attache::feed::parse(feed.as_bytes(), None, None));
}

#[divan::bench]
fn feed_rs(bencher: Bencher) {
    let feed = rss();
    bencher
        .counter(BytesCount::of_str(&feed))
        .bench(|| feed_rs::parser::parse(feed.as_bytes()).map(|feed| feed.entries.len()));
}
