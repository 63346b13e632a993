//! Pages that are no article.

use super::super::{Given, Standing, from_html};
use super::{REPORT, page, read};

#[test]
fn pages_that_are_no_article_are_named() {
    let links = "<li><a href='/x'>Quota dispute deepens in the north as fleets stay in port</a></li>\
        <li><a href='/y'>Story of the day from the harbour desk of the paper</a></li>"
        .repeat(12);
    let first = "<p>The two coastal states will resume talks on fishing quotas on Monday after a pause of three weeks.</p>";
    let long = REPORT.replace("<p>", "<p>In the harbour, ");
    for (wanted, head, body) in [
        (Standing::Article, "", REPORT.to_owned()),
        (Standing::Article, "", long),
        (Standing::Paywall, "", format!("{first}<div>Subscribe to continue reading</div>")),
        (Standing::Paywall, "", format!("{first}<div>Diesen Artikel weiterlesen mit Plus</div>")),
        (Standing::Paywall, "", format!("{first}<div>Cet article est réservé aux abonnés</div>")),
        (Standing::Paywall, "", format!("{first}<div>Contenido exclusivo para suscriptores</div>")),
        (Standing::Paywall, "", format!("{first}<div>Оформите подписку, чтобы читать дальше</div>")),
        (
            Standing::Paywall,
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}</script>",
            first.to_owned(),
        ),
        (Standing::Consent, "<title>Before you continue</title>", "<div>We and our partners store and access information on your device.</div><button>Accept all</button>".to_owned()),
        (Standing::Consent, "", "<div>Wir und unsere Partner verarbeiten Daten</div>".to_owned()),
        (Standing::Script, "", "<div id=app></div><noscript>You need to enable JavaScript to run this app.</noscript>".to_owned()),
        (Standing::Script, "", "<div id=app></div><script>boot()</script>".to_owned()),
        (Standing::Error, "<title>404 Not Found</title>", "<h1>Not Found</h1><p>The page is gone.</p>".to_owned()),
        (Standing::Error, "<title>Страница не найдена</title>", "<p>Перейдите на главную.</p>".to_owned()),
        (Standing::Error, "<title>Just a moment...</title>", "<p>Checking your browser</p>".to_owned()),
        (Standing::List, "<title>World news</title>", format!("<ul>{links}</ul>")),
        (Standing::Empty, "", String::new()),
    ] {
        assert_eq!(read(&page(head, &body)).standing, wanted, "{head} {body}");
    }
}

#[test]
fn nothing_at_all_is_empty() {
    for html in ["", "   ", "<", "<!DOCTYPE html>", "\u{feff}"] {
        let article = from_html(html, &Given::default());
        assert_eq!((article.standing, article.text.as_str()), (Standing::Empty, ""), "{html:?}");
    }
}
