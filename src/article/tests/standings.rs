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

/// An article of nine sentences that speaks of what walls are made of.
fn about(subject: &str) -> String {
    let lines = [
        format!("The parliament of the coastal state on Thursday took up the question of {subject}, which had divided the house since March."),
        "Members of both large groups said that nobody had expected a vote before the summer, and that the matter was far from settled.".to_owned(),
        format!("“Readers are tired of {subject},” the deputy minister told reporters outside the harbour office after the debate."),
        "Publishers on the other side warned that the law would cost the smaller papers of the coast a third of their income.".to_owned(),
        "The committee will hear seven of them in May, and the two that publish in the north have asked to be heard together.".to_owned(),
    ];
    lines.iter().map(|line| format!("<p>{line}</p>")).collect()
}

#[test]
fn walls_are_known_in_five_languages() {
    let first = "<p>The two coastal states will resume talks on fishing quotas on Monday after a pause of three weeks.</p>";
    for (wanted, wall) in [
        (Standing::Paywall, "Subscribe to continue reading"),
        (Standing::Paywall, "To continue reading this article, please subscribe."),
        (Standing::Paywall, "This article is for subscribers only"),
        (Standing::Paywall, "You’ve reached your limit of free articles"),
        (Standing::Paywall, "Jetzt abonnieren und weiterlesen"),
        (Standing::Paywall, "Weiterlesen mit Plus"),
        (Standing::Paywall, "Dieser Artikel ist nur für Abonnenten zugänglich"),
        (Standing::Paywall, "Abonnez-vous pour lire la suite"),
        (Standing::Paywall, "Il vous reste 78 % de cet article à lire"),
        (Standing::Paywall, "La suite est réservée aux abonnés"),
        (Standing::Paywall, "Suscríbete para seguir leyendo"),
        (Standing::Paywall, "Este contenido es exclusivo para suscriptores"),
        (Standing::Paywall, "Полный текст доступен по подписке"),
        (Standing::Paywall, "Материал доступен только подписчикам"),
        (Standing::Paywall, "Чтобы дочитать статью, оформите подписку"),
    ] {
        assert_eq!(read(&page("", &format!("{first}<div>{wall}</div>"))).standing, wanted, "{wall}");
    }
    for wall in [
        "Before you continue to the site. We use cookies and data to deliver our services.",
        "We value your privacy. We and our partners store information on a device.",
        "Wir und unsere Partner verarbeiten Daten. Zustimmen und weiter",
        "Mit Werbung und Cookies weiterlesen, oder ohne Werbung für 3 Euro",
        "Nous et nos partenaires utilisons des traceurs. Continuer sans accepter",
        "Nosotros y nuestros socios almacenamos datos. Aceptar y continuar",
        "Мы используем файлы cookie. Продолжая, вы соглашаетесь с этим.",
    ] {
        assert_eq!(read(&page("", &format!("<div>{wall}</div>"))).standing, Standing::Consent, "{wall}");
    }
}

#[test]
fn what_json_ld_says_of_access_is_believed_of_a_beginning_only() {
    let first = "<p>The two coastal states will resume talks on fishing quotas on Monday after a pause of three weeks.</p>";
    let head = |access: &str| {
        format!("<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",{access}}}</script>")
    };
    let long: String = ["dues", "quotas", "ferries", "fleets", "banks"]
        .map(|subject| {
            REPORT.replace("quotas", subject).replace("said", &format!("said of the {subject}"))
                + &about(subject).replace("house", subject).replace("coast", subject)
        })
        .concat();
    for (wanted, access, body) in [
        (Standing::Paywall, "\"isAccessibleForFree\":false", first),
        (Standing::Paywall, "\"isAccessibleForFree\":\"False\"", first),
        (
            Standing::Paywall,
            "\"hasPart\":{\"isAccessibleForFree\":\"false\",\"cssSelector\":\".paid\"}",
            first,
        ),
        (Standing::Paywall, "\"isAccessibleForFree\":false", ""),
        (Standing::Article, "\"isAccessibleForFree\":true", first),
        // all of it is there
        (Standing::Article, "\"isAccessibleForFree\":false", long.as_str()),
    ] {
        assert_eq!(read(&page(&head(access), body)).standing, wanted, "{access}");
    }
}

#[test]
fn pages_without_text_are_named_after_what_they_wait_for() {
    for (wanted, head, body) in [
        (
            Standing::Script,
            "",
            "<noscript>Please enable JavaScript to continue</noscript><div id=root></div>",
        ),
        (Standing::Script, "", "<noscript>Bitte aktivieren Sie JavaScript</noscript><div id=root></div>"),
        (Standing::Script, "", "<noscript>Veuillez activer JavaScript</noscript><div id=root></div>"),
        (Standing::Script, "", "<noscript>Debe activar JavaScript</noscript><div id=root></div>"),
        (Standing::Script, "", "<noscript>Включите JavaScript в браузере</noscript><div id=root></div>"),
        (Standing::Script, "<script>start()</script>", "<div id=root>Loading…</div>"),
        (Standing::Error, "<title>404</title>", "<p>Oops</p>"),
        (
            Standing::Error,
            "<title>Page not found – Port Gazette</title>",
            "<p>The page you are looking for may have moved. Try the search.</p>",
        ),
        (Standing::Error, "<title>Port Gazette</title>", "<h1>Page not found</h1><p>Try the search.</p>"),
        (
            Standing::Error,
            "<title>Seite nicht gefunden</title>",
            "<p>Die Seite wurde verschoben oder gelöscht.</p>",
        ),
        (
            Standing::Error,
            "<title>Gazette</title>",
            "<h1>Fehler 404</h1><p>Die gesuchte Seite existiert nicht mehr.</p>",
        ),
        (Standing::Error, "<title>Page introuvable</title>", "<p>La page demandée n’existe pas.</p>"),
        (Standing::Error, "<title>Gazette</title>", "<h1>Erreur 404</h1><p>Cette page n’existe plus.</p>"),
        (Standing::Error, "<title>Página no encontrada</title>", "<p>La página que busca no existe.</p>"),
        (Standing::Error, "<title>Газета</title>", "<h1>Ошибка 404</h1><p>Страница удалена.</p>"),
        (Standing::Error, "<title>403 Forbidden</title>", "<h1>Forbidden</h1>"),
        (
            Standing::Error,
            "<title>Access Denied</title>",
            "<p>You don't have permission to access this page on this server.</p>",
        ),
        (Standing::Error, "<title>502 Bad Gateway</title>", "<h1>502 Bad Gateway</h1>"),
        (Standing::Error, "<title>Attention Required!</title>", "<p>Verify you are human</p>"),
    ] {
        assert_eq!(read(&page(head, body)).standing, wanted, "{head} {body}");
    }
}

#[test]
fn articles_about_walls_and_errors_are_articles() {
    let brief = "<p>The ferry to the southern banks was cancelled on Tuesday after a fault in its engine, the harbour office said. \
        Nobody was hurt, and the next one leaves on Wednesday at eight.</p>";
    for (title, body) in [
        ("Why paywalls anger readers", about("paywalls")),
        (
            "“Subscribe to continue reading”: a law on paywalls",
            about("the words “subscribe to continue reading” on every page"),
        ),
        ("What “we value your privacy” means", about("cookies and the words “we and our partners”")),
        ("The hidden cost of JavaScript", about("pages that say “please enable JavaScript”")),
        ("404: a history of the missing page", about("the page that says “404 not found”")),
        ("Ferry cancelled on Tuesday", brief.to_owned()),
        ("Verdict: not found guilty", brief.to_owned()),
        ("Crew of 404 leaves the harbour", brief.to_owned()),
        ("Body not found after search off the coast", brief.to_owned()),
        ("Access denied to inspectors at the harbour", brief.to_owned()),
        // what stands around an article
        (
            "Ferry cancelled on Tuesday",
            format!(
                "{brief}<footer>We use cookies. Your privacy choices. Subscribe to our newsletter</footer>"
            ),
        ),
        (
            "Ferry cancelled on Tuesday",
            format!("{brief}<noscript>Please enable JavaScript to comment</noscript>"),
        ),
    ] {
        let head = format!("<title>{title}</title>");
        let article = read(&page(&head, &format!("<h1>{title}</h1>{body}")));
        assert_eq!(article.standing, Standing::Article, "{title}: {body}");
    }
}

#[test]
fn a_list_is_told_from_an_article_with_links() {
    let item = |number: usize| {
        format!("<li><a href='/{number}'>Quota dispute {number} deepens in the north as fleets stay</a></li>")
    };
    let list: String = (0..12).map(item).collect();
    let teasers: String = (0..8)
        .map(|number| format!("<div><h3><a href='/{number}'>Quota dispute {number} deepens in the north</a></h3><a href='/{number}'>Fleet {number} stays in port while the ministers wait for one another in the capital.</a></div>"))
        .collect();
    for (wanted, body) in [
        (Standing::List, format!("<ul>{list}</ul>")),
        (Standing::List, format!("<h1>World</h1>{teasers}")),
        (Standing::Article, format!("{REPORT}{REPORT}<h3>Read also</h3><ul>{list}</ul>")),
        (Standing::Article, format!("{REPORT}{REPORT}<ul>{}</ul>", item(1) + &item(2))),
    ] {
        assert_eq!(read(&page("<title>World</title>", &body)).standing, wanted, "{body}");
    }
}
