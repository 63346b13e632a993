//! Bylines, days and the wording of pages in Italian, Portuguese, Polish, Turkish and Ukrainian.

use super::super::Role;
use super::{page, read};

/// The first paragraphs of a report, one a language.
const REPORTS: [(&str, &str); 5] = [
    (
        "it",
        "<p>I due stati costieri riprenderanno lunedì i colloqui sulle quote di pesca dopo una pausa di tre settimane, hanno detto venerdì sera i funzionari.</p><p>La delegazione del nord chiede che il numero delle barche resti quello dell'anno scorso, mentre il sud vuole aumentarlo di un terzo.</p>",
    ),
    (
        "pt",
        "<p>Os dois estados costeiros vão retomar na segunda-feira as conversas sobre as quotas de pesca depois de uma pausa de três semanas, disseram na sexta-feira os responsáveis.</p><p>A delegação do norte pede que o número de barcos fique como no ano passado, enquanto o sul o quer aumentar em um terço.</p>",
    ),
    (
        "pl",
        "<p>Oba państwa nadbrzeżne wznowią w poniedziałek rozmowy o limitach połowów po trzech tygodniach przerwy, powiedzieli w piątek wieczorem urzędnicy.</p><p>Delegacja z północy chce, aby liczba łodzi pozostała taka jak w zeszłym roku, a południe chce ją zwiększyć o jedną trzecią.</p>",
    ),
    (
        "tr",
        "<p>İki kıyı devleti, üç haftalık aranın ardından balıkçılık kotaları üzerine görüşmelere pazartesi günü yeniden başlayacak, dedi cuma akşamı yetkililer.</p><p>Kuzeyin heyeti tekne sayısının geçen yılki gibi kalmasını istiyor, güney ise sayıyı üçte bir artırmak istiyor.</p>",
    ),
    (
        "uk",
        "<p>Дві прибережні держави відновлять у понеділок переговори про квоти на вилов риби після тритижневої перерви, повідомили у п'ятницю ввечері посадовці.</p><p>Делегація півночі просить, щоб кількість човнів залишилася такою, як торік, а південь хоче збільшити її на третину.</p>",
    ),
];

fn report(code: &str) -> &'static str {
    REPORTS.iter().find(|(known, _)| *known == code).unwrap().1
}

#[test]
fn who_wrote_and_when_stands_beside_the_headline() {
    for (code, line, byline, day) in [
        (
            "it",
            "<p>Di Nadia Feldi</p><p>Pubblicato il 14 febbraio 2026 alle 18:30</p>",
            "Nadia Feldi",
            "2026-02-14 18:30",
        ),
        ("it", "<p>di Nadia Feldi, 14 febbraio 2026</p>", "Nadia Feldi", "2026-02-14 00:00"),
        (
            "it",
            "<p>A cura di Nadia Feldi | sabato 14 febbraio 2026, ore 18.30</p>",
            "Nadia Feldi",
            "2026-02-14 18:30",
        ),
        ("it", "<p>Nadia Feldi, giornalista</p><p>14 feb 2026</p>", "Nadia Feldi", "2026-02-14 00:00"),
        (
            "pt",
            "<p>Por Nadia Feldes</p><p>Publicado em 14 de fevereiro de 2026 às 18h30</p>",
            "Nadia Feldes",
            "2026-02-14 18:30",
        ),
        (
            "pt",
            "<p>Reportagem de Nadia Feldes e Omar Lindo</p><p>14 fev. 2026</p>",
            "Nadia Feldes e Omar Lindo",
            "2026-02-14 00:00",
        ),
        (
            "pl",
            "<p>Autor: Nadia Feldska</p><p>Opublikowano: 14 lutego 2026, godz. 18:30</p>",
            "Nadia Feldska",
            "2026-02-14 18:30",
        ),
        (
            "pl",
            "<p>Nadia Feldska, dziennikarka</p><p>14 lutego 2026 r., 18:30</p>",
            "Nadia Feldska",
            "2026-02-14 18:30",
        ),
        (
            "tr",
            "<p>Haber: Nadia Feldoğlu</p><p>Yayınlanma: 14 Şubat 2026, 18:30</p>",
            "Nadia Feldoğlu",
            "2026-02-14 18:30",
        ),
        (
            "tr",
            "<p>Nadia Feldoğlu, muhabir</p><p>Giriş Tarihi: 14 Şubat 2026 Saat: 18:30</p>",
            "Nadia Feldoğlu",
            "2026-02-14 18:30",
        ),
        (
            "uk",
            "<p>Автор: Анна Фельд</p><p>Опубліковано 14 лютого 2026 о 18:30</p>",
            "Анна Фельд",
            "2026-02-14 18:30",
        ),
        (
            "uk",
            "<p>Анна Фельд, журналістка</p><p>14 лютого 2026 року, 18:30</p>",
            "Анна Фельд",
            "2026-02-14 18:30",
        ),
    ] {
        let html = page(
            "",
            &format!("<article><h1>Talks in the harbour on Monday</h1>{line}{}</article>", report(code)),
        );
        let article = read(&html);
        assert_eq!(article.byline.as_deref(), Some(byline), "{code} {line}");
        let told = article.published.map(|at| at.format("%Y-%m-%d %H:%M").to_string());
        assert_eq!(told.as_deref(), Some(day), "{code} {line}");
    }
}

#[test]
fn the_day_of_a_change_is_none_of_publication() {
    for (code, line) in [
        ("it", "Aggiornato il 20 febbraio 2026"),
        ("pt", "Atualizado em 20 de fevereiro de 2026"),
        ("pl", "Ostatnia aktualizacja: 20 lutego 2026"),
        ("tr", "Son güncelleme: 20 Şubat 2026"),
        ("uk", "Оновлено 20 лютого 2026"),
    ] {
        let body = format!(
            "<article><h1>Talks in the harbour on Monday</h1><p>{line}</p><p>14.02.2026</p>{}</article>",
            report(code)
        );
        let told = read(&page("", &body)).published.map(|at| at.format("%Y-%m-%d").to_string());
        assert_eq!(told.as_deref(), Some("2026-02-14"), "{code} {line}");
    }
}

#[test]
fn desks_and_labels_are_no_authors() {
    for (code, line) in [
        ("it", "Di Redazione"),
        ("it", "A cura della redazione"),
        ("pt", "Por Redação"),
        ("pt", "Da Redação"),
        ("pl", "Autor: Redakcja"),
        ("tr", "Haber: Haber Merkezi"),
        ("uk", "Автор: Редакція"),
        ("uk", "Автор: редактор"),
    ] {
        let body = format!(
            "<article><h1>Talks in the harbour on Monday</h1><p>{line}</p>{}</article>",
            report(code)
        );
        assert_eq!(read(&page("", &body)).byline, None, "{code} {line}");
    }
}

#[test]
fn what_belongs_to_the_page_is_told_from_the_article() {
    for (code, line) in [
        ("it", "Riproduzione riservata"),
        ("it", "Leggi anche: Il porto riapre dopo tre settimane"),
        ("pt", "Leia também: O porto reabre depois de três semanas"),
        ("pt", "Todos os direitos reservados"),
        ("pl", "Czytaj także: Port otwarty po trzech tygodniach"),
        ("pl", "Wszelkie prawa zastrzeżone"),
        ("tr", "Etiketler: liman, balık, kota"),
        ("tr", "Tüm hakları saklıdır."),
        ("uk", "Читайте також: Порт відкрили після трьох тижнів"),
        ("uk", "Усі права захищені"),
    ] {
        let body = format!(
            "<article><h1>Talks in the harbour on Monday</h1>{}<p>{line}</p></article>",
            report(code)
        );
        assert!(!read(&page("", &body)).text.contains(line), "{code} {line}");
    }
    // sentences that begin with the same words
    for (code, line) in [
        (
            "it",
            "Leggi e decreti sulla pesca saranno riscritti dal parlamento del nord entro la fine del prossimo anno.",
        ),
        ("it", "Data la crisi del 2020, il sud chiede tre anni di tempo per pagare le sue 40 barche nuove."),
        (
            "pt",
            "Ver o porto fechado durante três semanas custou aos pescadores mais de dois milhões de coroas.",
        ),
        (
            "pl",
            "Publikacja z 2019 roku podaje, że w porcie stoi trzysta łodzi, z których połowa nie wypływa.",
        ),
        ("tr", "Daha fazla tekne isteyen güney, limanın genişletilmesi için iki milyon kron ödemeye hazır."),
        ("uk", "Дата зустрічі у 2026 році ще не відома, але південь наполягає на першому тижні березня."),
    ] {
        let body = format!(
            "<article><h1>Talks in the harbour on Monday</h1>{}<p>{line}</p></article>",
            report(code)
        );
        let article = read(&page("", &body));
        let is_body = |role: Role| role == Role::Body;
        assert!(
            article.blocks.iter().any(|block| is_body(block.role) && block.span.of(&article.text) == line),
            "{code} {line}"
        );
    }
}
