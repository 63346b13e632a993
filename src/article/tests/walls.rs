//! Walls before an article, in the languages a reader meets.

use super::super::Standing;
use super::{page, read};

/// The first paragraph that is free.
const FREE: &str = "<p>The two coastal states will resume talks on fishing quotas on Monday after a pause of three weeks, officials on both sides said on Friday evening.</p>";

#[test]
fn a_line_that_asks_to_pay_or_to_log_in_is_a_wall() {
    for line in [
        "Subscribe now to read the rest of this story.",
        "Please sign in to continue to this article.",
        "Dieser Artikel ist Abonnenten vorbehalten. Jetzt testen und weiterlesen.",
        "Bitte melden Sie sich an, um den ganzen Beitrag zu lesen.",
        "La suite de cet article est réservée à nos abonnés.",
        "Inscrivez-vous gratuitement pour lire la suite.",
        "Este contenido es exclusivo para suscriptores.",
        "Inicie sesión o regístrese para seguir leyendo.",
        "Questo articolo è riservato agli abbonati.",
        "Per continuare a leggere accedi o registrati.",
        "Войдите, чтобы прочитать материал полностью.",
        "Эта статья доступна только по подписке.",
    ] {
        let html = page(
            "",
            &format!(
                "<article><h1>Banks to be opened</h1>{FREE}<div class=offer><p>{line}</p></div></article>"
            ),
        );
        assert_eq!(read(&html).standing, Standing::Paywall, "{line}");
    }
}

#[test]
fn a_page_of_choices_is_a_wall_of_consent() {
    for (first, second, button) in [
        (
            "Besuchen Sie hafenblatt.example wie gewohnt mit Werbung und Tracking. Ihre Zustimmung können Sie jederzeit widerrufen.",
            "Wir setzen Cookies ein, um Anzeigen auf Sie zuzuschneiden. Details finden Sie in der Datenschutzerklärung.",
            "Akzeptieren",
        ),
        (
            "Avec votre consentement, nos partenaires et nous utilisons des cookies pour mesurer l’audience.",
            "Vos données servent à la publicité ; vous pouvez retirer votre consentement à tout moment.",
            "Tout refuser",
        ),
        (
            "Con su consentimiento usamos cookies y datos personales para mostrarle publicidad a su medida.",
            "Puede cambiar su consentimiento en la política de privacidad cuando quiera.",
            "Aceptar",
        ),
        (
            "Con il tuo consenso noi e i nostri partner usiamo cookie per pubblicità personalizzata.",
            "Puoi revocare il consenso al trattamento dei dati in ogni momento.",
            "Accetta",
        ),
        (
            "Wir verwenden Cookies und ähnliche Technologien, um unser Angebot zu verbessern.",
            "Mit einem Klick auf den Knopf erlauben Sie uns und 214 Partnern, Daten Ihres Geräts zu lesen.",
            "Alles zulassen",
        ),
        (
            "Lesen Sie das Hafenblatt mit personalisierter Werbung oder im Abo ohne Werbetracker.",
            "Den Widerruf nehmen wir jederzeit unter dem Punkt Privatsphäre am Ende jeder Seite entgegen.",
            "Ich stimme zu",
        ),
        (
            "Für die Nutzung unserer Seiten setzen wir und unsere Werbepartner Cookies auf Ihrem Gerät ein.",
            "Sie können Ihre Einwilligung in den Einstellungen ändern oder widerrufen.",
            "Nur notwendige",
        ),
        (
            "Questo sito usa cookie tecnici e, previo consenso, cookie di profilazione di terze parti.",
            "Chiudendo il riquadro rinunci alla pubblicità su misura e mantieni le preferenze attuali.",
            "Prosegui",
        ),
        (
            "Noi e 312 partner archiviamo informazioni sul tuo dispositivo, come gli identificatori nei cookie.",
            "Se non vuoi essere tracciato puoi abbonarti e leggere il giornale senza pubblicità.",
            "Gestisci opzioni",
        ),
        (
            "Мы обрабатываем файлы cookie и персональные данные, чтобы показывать вам рекламу.",
            "Согласие можно отозвать в любой момент в политике конфиденциальности.",
            "Принять",
        ),
    ] {
        let html =
            page("", &format!("<h1>Port Gazette</h1><p>{first}</p><p>{second}</p><button>{button}</button>"));
        assert_eq!(read(&html).standing, Standing::Consent, "{first}");
    }
}

#[test]
fn reports_on_walls_are_articles() {
    for paragraphs in [
        "<p>Ein Gericht hat am Montag das Cookie-Banner der Hafenbehörde untersagt, weil es ohne Zustimmung der Besucher Daten an Dritte gab.</p><p>Die Behörde muss bis Freitag zwei Millionen Kronen zahlen, wie die Kammer am Abend nach der Sitzung mitteilte.</p><p>Der Kläger, ein Fischer aus dem Norden, war von der Buchung der Überfahrt ausgeschlossen worden.</p>",
        "<p>The harbour paper lost a third of its subscribers this year after a story on the fishing fleet was read out in parliament.</p><p>Its editor said that readers who subscribe to a paper want to read it first, and that the next story would be free for all of them.</p>",
        "<p>Газета потеряла треть подписчиков после статьи о рыболовном флоте, которую прочитали в парламенте на прошлой неделе.</p><p>Редактор сообщил, что следующую статью смогут прочитать все жители обоих берегов пролива без исключения.</p>",
    ] {
        let html = page(
            "",
            &format!(
                "<article><h1>What the harbour reads</h1>{paragraphs}</article><button>Akzeptieren</button>"
            ),
        );
        assert_eq!(read(&html).standing, Standing::Article, "{paragraphs}");
    }
}
