//! Greetings and help.

use super::*;

#[test]
fn texts_in_every_language() {
    for locale in ["en", "ru"] {
        let options = RenderOptions { bot: Some("attache_bot".into()), ..render_options(locale) };
        insta::assert_snapshot!(
            format!("start_{locale}"),
            shown(&start(Some("08:00 Europe/Moscow"), Place::Private, &options))
        );
        insta::assert_snapshot!(
            format!("start_in_forum_{locale}"),
            shown(&start(None, Place::Forum, &options))
        );
        for place in [Place::Group, Place::Forum] {
            let longest = start(Some("08:00 and 18:30 Europe/Moscow"), place, &options);
            assert!(longest.text.utf16_len() <= 600, "{}", longest.text.utf16_len());
        }
        let asker = Asker { in_group: true, operates: true };
        insta::assert_snapshot!(format!("help_in_group_{locale}"), shown(&help("", asker, &options)));
        insta::assert_snapshot!(format!("help_operator_{locale}"), shown(&help("operator", asker, &options)));
        insta::assert_snapshot!(format!("help_{locale}"), shown(&help("", Asker::default(), &options)));
        assert!(
            start(Some("08:00 and 18:30 Europe/Moscow"), Place::Private, &options).text.utf16_len() <= 500
        );
        for topic in HELP_TOPICS {
            assert!(help(topic, Asker::default(), &options).text.utf16_len() > 100, "{topic}");
        }
        let stored = ["2 feeds".to_owned(), "1 digest".to_owned()];
        insta::assert_snapshot!(format!("privacy_{locale}"), shown(&privacy(&stored, &options)));
    }
}
