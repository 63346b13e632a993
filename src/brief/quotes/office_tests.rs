//! The offices that are told of speakers, and what unnamed ones are called.

use super::tests::quotes;

#[test]
fn an_office_behind_the_name_is_told_too() {
    for (text, name, role) in [
        (
            "“We leave at dawn and nobody stays,” Anna Porto, Lakeland’s harbour minister, told reporters.",
            "Anna Porto",
            "Lakeland’s harbour minister",
        ),
        (
            "Karl Rot, New Lakeland’s deputy prime minister, said in a statement: “We leave at dawn and nobody stays.”",
            "Karl Rot",
            "New Lakeland’s deputy prime minister",
        ),
        (
            "President Karl Rot of Lakeland left. “We leave at dawn and nobody stays,” Karl Rot, the president of Lakeland, said.",
            "Karl Rot",
            "President of Lakeland",
        ),
        (
            "A knee injury prevented midfielder Karl Rot from playing. “We wait,” Karl Rot said.",
            "Karl Rot",
            "midfielder",
        ),
        ("Newly elected mayor Karl Rot left. “We wait,” Karl Rot said.", "Karl Rot", "elected mayor"),
        ("“We wait,” said Labour MP Karl Rot.", "Karl Rot", "Labour MP"),
        (
            "«Мы уйдём на рассвете и никто не останется», — заявил Карл Рот, министр обороны Озёрного края.",
            "Карл Рот",
            "министр обороны Озёрного края",
        ),
        (
            "По словам официального представителя правительства Анны Портовой, «мы уйдём на рассвете и никто не останется».",
            "Анна Портова",
            "официальный представитель правительства",
        ),
    ] {
        let speaker = quotes(text)[0].speaker.clone().unwrap();
        assert_eq!((speaker.name.as_deref(), speaker.role.as_deref()), (Some(name), Some(role)), "{text}");
    }
}

#[test]
fn what_an_unnamed_source_is_ends_before_the_clause_behind_it() {
    let text = "A senior source in the region, who asked not to be named, described the mood as “cautious but workable”.";
    let speaker = quotes(text)[0].speaker.clone().unwrap();
    assert_eq!(speaker.words().unwrap(), "A senior source in the region");
}

#[test]
fn a_title_of_courtesy_is_no_part_of_an_office() {
    for (text, name, role) in [
        (
            "«Мы уйдём на рассвете и никто не останется», — заявил министр обороны Нормерии г-н Лотов.",
            "Лотов",
            "министр обороны Нормерии",
        ),
        (
            "«Ми підемо на світанку і ніхто не залишиться», — заявила міністерка оборони пані Анна Лотоцька.",
            "Анна Лотоцька",
            "міністерка оборони",
        ),
        (
            "„Odejdziemy o świcie i nikt nie zostanie” – powiedział minister obrony pan Jan Lotek.",
            "Jan Lotek",
            "minister obrony",
        ),
        (
            "„Wir gehen bei Tagesanbruch und niemand bleibt“, sagte die Präsidentin Frau Dr. Anna Rot.",
            "Anna Rot",
            "Präsidentin",
        ),
        (
            "“Şafakta gideceğiz ve kimse kalmayacak” dedi Savunma Bakanı Sayın Ahmet Rota.",
            "Ahmet Rota",
            "Savunma Bakanı",
        ),
        ("وقال وزير الدفاع السيد أحمد روتا: \"سنرحل عند الفجر ولن يبقى أحد\".", "أحمد روتا", "وزير الدفاع"),
        ("وزیر دفاع آقای احمد روتا گفت: «سپیده دم می‌رویم و کسی نمی‌ماند».", "احمد روتا", "وزیر دفاع"),
    ] {
        let quotes = quotes(text);
        let speaker = quotes.first().and_then(|quote| quote.speaker.clone()).unwrap_or_default();
        assert_eq!((speaker.name.as_deref(), speaker.role.as_deref()), (Some(name), Some(role)), "{text}");
    }
}

#[test]
fn an_office_parted_by_the_name_is_told_whole() {
    for (text, role) in [
        ("Foreign Minister Karl Rot of Tavria left. “We wait,” Rot said.", "Foreign Minister of Tavria"),
        ("“We wait,” said President Karl Rot of New Lakeland.", "President of New Lakeland"),
        ("“We wait,” said Governor Karl Rot of the Outer Isles on Monday.", "Governor of the Outer Isles"),
        ("“We wait,” Mayor Karl Rot of Port Alder’s council said.", "Mayor"),
        ("“We wait,” said Foreign Minister Karl Rot of the ruling party.", "Foreign Minister"),
        ("Prime Minister Karl Rot of the Liberal Party left. “We wait,” Rot said.", "Prime Minister"),
        ("A court cleared Prime Minister Karl Rot of Treason. “We wait,” Rot said.", "Prime Minister"),
        ("They stripped the Chancellor Karl Rot of Immunity. “We wait,” Rot said.", "Chancellor"),
        (
            "Foreign Minister Karl Rot left. “We wait,” Rot, the foreign minister of Tavria, said.",
            "the foreign minister of Tavria",
        ),
        (
            "Foreign Minister Karl Rot, the former foreign minister of Tavria’s old union, left. “We wait,” Rot said.",
            "Foreign Minister",
        ),
        ("Tavria’s Foreign Minister Karl Rot left. “We wait,” Rot said.", "Tavria’s Foreign Minister"),
    ] {
        let speaker = quotes(text)[0].speaker.clone().unwrap();
        assert_eq!(speaker.role.as_deref(), Some(role), "{text}");
    }
}

#[test]
fn an_office_has_the_form_that_stands_without_its_article() {
    for (words, role) in [
        ("sagte der tavrische Außenminister Karl Rot.", "tavrischer Außenminister"),
        ("sagte der frühere tavrische Außenminister Karl Rot.", "früherer tavrischer Außenminister"),
        ("sagte die tavrische Außenministerin Anna Rot.", "tavrische Außenministerin"),
        ("sagte der Vorsitzende Karl Rot.", "Vorsitzender"),
        ("sagte der stellvertretende Vorsitzende Karl Rot.", "stellvertretender Vorsitzender"),
        ("sagte der Regierende Bürgermeister Karl Rot.", "Regierender Bürgermeister"),
        ("sagte die Vorsitzende Anna Rot.", "Vorsitzende"),
        ("sagte der Präsident Karl Rot.", "Präsident"),
        ("sagte der 35-jährige Trainer Karl Rot.", "35-jähriger Trainer"),
        ("sagte Tavriens Außenminister Karl Rot.", "Tavriens Außenminister"),
        ("sagte ein tavrischer Minister, Karl Rot.", "tavrischer Minister"),
    ] {
        let text = format!("„Wir warten hier bis zum Abend und gehen dann nach Hause“, {words}");
        let speaker = quotes(&text)[0].speaker.clone().unwrap();
        assert_eq!(speaker.role.as_deref(), Some(role), "{text}");
    }
    for (words, role) in [
        ("Laut dem tavrischen Außenminister Karl Rot", "tavrischer Außenminister"),
        ("Laut dem tavrischen Präsidenten Karl Rot", "tavrischer Präsident"),
        ("Laut der tavrischen Außenministerin Anna Rot", "tavrische Außenministerin"),
    ] {
        let text = format!("{words} „warten wir hier bis zum Abend und gehen dann nach Hause“.");
        let speaker = quotes(&text)[0].speaker.clone().unwrap();
        assert_eq!(speaker.role.as_deref(), Some(role), "{text}");
    }
}
