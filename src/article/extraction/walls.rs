//! Walls before an article: lines that ask to pay, to register or to log in, and pages that only ask for consent.
//!
//! In: lines and the words of controls. Out: whether they are a wall's. A wall asks for something, says what for, and
//! calls on its reader or speaks of what stands there; a report on walls does neither.

use std::sync::LazyLock;

use dom_query::{Document, NodeRef};

use crate::article::html::lines::Line;
use crate::languages::{self, Section, section};
use crate::text::QUOTATION_MARKS;

/// A page with less text is searched for the words of walls.
pub(in crate::article) const WALLED: usize = 2400;
/// A longer line is no wall's, in characters: an article may speak of walls.
const LINE: usize = 300;
/// How many words into a sentence a call may stand.
const HEAD: usize = 4;
/// The same behind what it is for: to read the whole article, log in.
const HEAD_BEHIND_PURPOSE: usize = 8;
/// A shorter line is a label and no prose, in characters.
const PROSE: usize = 40;
/// The share of a page's prose that speaks of consent from which the page asks for nothing else, in tenths.
const MOST: usize = 6;

/// The words of a section in every language, those without a folder among them.
type Words = LazyLock<Vec<String>>;

fn words_of(section: Section) -> Vec<String> {
    languages::words(section).map(String::from).chain(languages::words_of_neighbours(section)).collect()
}

static ASKS: Words = LazyLock::new(|| words_of(section::WALL_ASKS));
static CALLS: Words = LazyLock::new(|| words_of(section::WALL_CALL));
static READS: Words = LazyLock::new(|| words_of(section::WALL_READS));
static HERE: Words = LazyLock::new(|| words_of(section::WALL_HERE));
static OTHER: Words = LazyLock::new(|| words_of(section::WALL_OTHER));
static TOPIC: Words = LazyLock::new(|| words_of(section::CONSENT_TOPIC));
static ANSWER: Words = LazyLock::new(|| words_of(section::CONSENT_ANSWER));

/// Whether a line, in lower case, asks its reader to pay, to register or to log in for reading on. Quoted, its words are
/// an article's.
pub(super) fn asks_to_enter(line: &str) -> bool {
    if line.chars().nth(LINE).is_some() || line.contains(QUOTATION_MARKS) {
        return false;
    }
    let words: Vec<&str> = words(line).collect();
    let plain = format!(" {}", words.join(" "));
    let any =
        |beginnings: &[String]| beginnings.iter().any(|beginning| plain.contains(&format!(" {beginning}")));
    // this article, diesen Artikel
    let here = words.windows(2).any(|pair| match pair {
        [this, article] => {
            HERE.iter().any(|word| word == this)
                && READS.iter().any(|beginning| article.starts_with(beginning.as_str()))
        }
        _ => false,
    });
    any(&READS) && !any(&OTHER) && (calls(line) || here && any(&ASKS))
}

/// Whether a sentence of a line begins with a call to pay, to register or to log in.
fn calls(line: &str) -> bool {
    line.split(['.', '!', '?', ':', ',', '|', '\u{2022}']).any(|sentence| {
        let purpose = words(sentence)
            .take(3)
            .any(|word| READS.iter().any(|beginning| word.starts_with(beginning.as_str())));
        let reach = if purpose { HEAD_BEHIND_PURPOSE } else { HEAD };
        let words: Vec<&str> = words(sentence).take(reach + 1).collect();
        let head = format!(" {} ", words.join(" "));
        CALLS.iter().any(|call| head.contains(&format!(" {call} ")))
    })
}

/// Whether a page asks for consent and says nothing else: most of its prose speaks of it, and its `controls` are answers.
/// Both in lower case, `page` a line each.
pub(super) fn asks_for_consent(page: &str, controls: &str) -> bool {
    let topics = |text: &str| -> Vec<&'static str> {
        let words: Vec<&str> = words(text).collect();
        let spoken = |topic: &&str| words.iter().any(|word| word.starts_with(topic));
        TOPIC.iter().map(String::as_str).filter(spoken).collect()
    };
    let (mut all, mut speaking, mut seen) = (0, 0, Vec::new());
    for line in page.lines().filter(|line| line.chars().nth(PROSE).is_some()) {
        let found = topics(line);
        all += line.len();
        speaking += if found.is_empty() { 0 } else { line.len() };
        seen.extend(found);
    }
    seen.sort_unstable();
    seen.dedup();
    let answers =
        words(controls).any(|word| ANSWER.iter().any(|beginning| word.starts_with(beginning.as_str())));
    all > 0 && speaking * 10 >= all * MOST && seen.len() > 1 && answers
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The words for browsers without scripts of a page with little text.
pub(in crate::article) fn unscripted(page: &Document, lines: &[Line]) -> String {
    if lines.iter().map(|line| line.text.len() + 1).sum::<usize>() >= WALLED {
        return String::new();
    }
    page.select("noscript").text().to_string()
}

/// The words of a page's buttons and links, a space between those of two.
pub(in crate::article) fn controls(page: &Document) -> String {
    let found = page.select("button, a, input[type=submit], input[type=button]");
    let words = |node: &NodeRef| format!("{} {} ", node.text(), node.attr("value").unwrap_or_default());
    found.nodes().iter().map(words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walls_speak_to_their_readers() {
        for line in [
            "Subscribe now to read the rest of this story.",
            "Please log in to access this article.",
            "Melden Sie sich an, um den Artikel zu lesen.",
            "Dieser Inhalt ist Abonnenten vorbehalten.",
            "Jetzt abonnieren und weiterlesen",
            "Cet article est réservé à nos abonnés.",
            "Connectez-vous pour lire la suite.",
            "Este contenido es solo para suscriptores.",
            "Inicia sesión o regístrate para seguir leyendo.",
            "Questo articolo è riservato agli abbonati.",
            "Accedi o registrati per leggere il contenuto completo.",
            "Войдите или зарегистрируйтесь, чтобы прочитать материал полностью.",
            "Этот материал доступен только по подписке.",
            "Hazte socio para leer el artículo completo.",
            "Per leggere l'articolo completo effettua il login.",
        ] {
            assert!(asks_to_enter(&line.to_lowercase()), "{line}");
        }
    }

    #[test]
    fn reports_and_other_offers_are_no_walls() {
        for line in [
            "The paper lost a third of its subscribers after the story was read in parliament.",
            "Die Zeitung hat nach dem Artikel tausend Abonnenten verloren.",
            "Les abonnés du journal ont lu l’article avant les autres.",
            "Los suscriptores del diario leyeron la noticia antes.",
            "Подписчики газеты прочитали статью раньше других.",
            "Sign in to comment on this story.",
            "Melden Sie sich für unseren Newsletter an, um den Artikel zu lesen.",
            "“Subscribe to read this story,” the envoy joked.",
            "She asked you to read this.",
            "Whoever reads the story to its end will find that the paper asked its rivals to subscribe to an agency.",
            "The paper lost subscribers this year after the story.",
            "El diario perdió suscriptores este año tras su artículo.",
            "Sie haben den Artikel gelesen, sagten Abonnenten.",
            // what an outlet says of its own article, or an article of another
            "An earlier version of this article misstated where the loan agreement was signed.",
            "Correction: This article has been corrected to show that the treaty was signed in Geneva, not in Vienna.",
            "This article contains a map of the port.",
            "This article about the port is one of three.",
            "She signed this article with twenty others.",
            "In einer früheren Version dieses Artikels stand, die Firma habe Insolvenz angemeldet. Wir haben das korrigiert.",
            "Une version précédente de cet article disait que le pays comptait deux ports. Nous l’avons corrigée.",
            "Este artículo cuenta la historia del puerto.",
            "В первой версии этой статьи было сказано, что договор подписан в Париже.",
            "У цій статті йшлося про те, що угоду підписано в Парижі.",
            "Este artigo conta a história do porto.",
        ] {
            assert!(!asks_to_enter(&line.to_lowercase()), "{line}");
        }
    }

    #[test]
    fn a_page_that_asks_for_consent_says_nothing_else() {
        let german = "hafenblatt mit werbung nutzen\nbesuchen sie uns wie gewohnt mit werbung und tracking.\nihre zustimmung können sie in der datenschutzerklärung widerrufen.";
        assert!(asks_for_consent(german, "akzeptieren"));
        assert!(!asks_for_consent(german, "zur startseite"));
        let italian = "utilizziamo i cookie per mostrarti pubblicità personalizzata.\ncon il tuo consenso trattiamo i tuoi dati insieme ai partner.";
        assert!(asks_for_consent(italian, "accetta e continua"));
        let news = "ein gericht hat das cookie-banner der hafenbehörde untersagt.\ndie behörde muss bis freitag zwei millionen kronen zahlen, wie die kammer mitteilte.\nfahrer warteten bis zu drei tage an der schranke.";
        assert!(!asks_for_consent(news, "akzeptieren"));
    }
}
