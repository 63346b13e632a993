//! Whose office it is, who of two is meant, and how whoever holds it is named.

use super::tests::quotes;

/// Who says each quotation of `text`, with the office: `name/office`, `-` for either where none is told.
fn told(text: &str) -> String {
    let one = |quote: &crate::brief::Quote| {
        let speaker = quote.speaker.clone().unwrap_or_default();
        let from = quote.quoted_from.as_deref().map(|from| format!(" ← {from}")).unwrap_or_default();
        let word = |words: Option<String>| words.unwrap_or_else(|| "-".to_owned());
        format!("{}/{}{from}", word(speaker.name), word(speaker.role))
    };
    quotes(text).iter().map(one).collect::<Vec<_>>().join("; ")
}

fn check(rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter(|(text, due)| told(text) != *due)
        .map(|(text, due)| format!("{text}\n  due {due}\n  got {}", told(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_office_of_one_country_is_not_that_of_another() {
    check(&[
        (
            "Premier Węgier Ferenc Lotek powiedział we wtorek, że most „jest gotowy i nikt go nie zamknie”. Premier Słowacji Marek Rota odparł, że „mosty stoją, dopóki ktoś ich pilnuje”.",
            "Ferenc Lotek/Premier Węgier; Marek Rota/Premier Słowacji",
        ),
        (
            "„Nie będziemy płacić za cudze mosty” – powiedział kanclerz Niemiec Karl Rot w Berlinie.",
            "Karl Rot/kanclerz Niemiec",
        ),
        (
            "Премьер Словакии Марек Ротов приехал в понедельник. Премьер Венгрии заявил: «Мост готов, и никто его не закроет».",
            "-/-",
        ),
        (
            "Премьер Венгрии Ференц Лотов приехал в понедельник. Венгерский премьер заявил: «Мост готов, и никто его не закроет».",
            "Ференц Лотов/Премьер Венгрии",
        ),
        (
            "Der slowakische Ministerpräsident Marek Rot reiste am Montag ab. Der ungarische Ministerpräsident sagte: „Die Brücke ist fertig, niemand schließt sie wieder.“",
            "-/-",
        ),
        (
            "Le premier ministre slovaque Marek Rota est arrivé lundi. Le premier ministre hongrois a déclaré : « Le pont est prêt et personne ne le fermera. »",
            "-/-",
        ),
    ]);
}

#[test]
fn whose_view_it_is_stands_right_before_the_pronoun() {
    check(&[
        (
            "Minister Jan Lotek otworzył most we wtorek. Decyzję Lotka skrytykował w Sejmie poseł Adam Rota, którego zdaniem minister „zamknął drogę i oddał klucze”.",
            "Adam Rota/poseł",
        ),
        (
            "Minister Jan Lotek otworzył most. Decyzję skrytykowała posłanka Anna Lotna, w której ocenie minister „zamknął drogę i oddał klucze”.",
            "Anna Lotna/posłanka",
        ),
        (
            "Министр Иван Лотов открыл мост. Решение раскритиковал депутат Адам Ротов, с точки зрения которого министр «закрыл дорогу и отдал ключи».",
            "Адам Ротов/депутат",
        ),
    ]);
}

#[test]
fn words_behind_a_dash_go_on_with_no_sentence_before() {
    check(&[
        (
            "Opozycja zarzuca rządowi pośpiech. – Nikt z nas nie widział tej mapy przed głosowaniem – mówił poseł Adam Rota.",
            "Adam Rota/poseł",
        ),
        (
            "По словам депутата Анны Лотовой, карта «плохая и ненужная». — Мы не будем голосовать за нее в таком виде, — добавила Лотова.",
            "Анна Лотова/депутат; Анна Лотова/депутат",
        ),
        (
            "Оппозиция упрекает правительство в спешке. — Никто из нас не видел эту карту до голосования, — сказал депутат Адам Ротов.",
            "Адам Ротов/депутат",
        ),
    ]);
}

#[test]
fn what_governs_an_office_is_no_part_of_it() {
    check(&[
        (
            "После отставки министра Ивана Лотова прошел год. «Я ничего не прятал», — сказал Лотов.",
            "Иван Лотов/министр",
        ),
        (
            "Die Truppen von General Hans Rot und der Rat einigten sich. „Meine Leute hungern seit Wochen“, sagte Rot.",
            "Hans Rot/General",
        ),
        (
            "Saat 10.30'da Savunma Bakanı Ahmet Rota, \"Bu haritayı imzalamayacağız\" dedi.",
            "Ahmet Rota/Savunma Bakanı",
        ),
        (
            "بعد استقالة وزير الدفاع أحمد روتا يوم الاثنين، قال روتا: \"لم يبق لي ما أفعله هنا\".",
            "أحمد روتا/وزير الدفاع",
        ),
        (
            "The president appointed prosecutor Anna Porto to the court on Friday. “We start with the bridge,” Porto said.",
            "Anna Porto/prosecutor",
        ),
        (
            "The town and its mayor, Karl Rot, were praised. “We start with the bridge,” Rot said.",
            "Karl Rot/mayor",
        ),
    ]);
}

#[test]
fn a_name_told_first_in_another_case_is_shown_as_the_text_has_it_later() {
    check(&[
        (
            "Перемирие между силами генерала Осея Ротанта и советом вступило в силу. «Мои люди голодны и ждут», — заявил Ротант.",
            "Осей Ротант/генерал",
        ),
        ("Письмо передали министру Питу Лотаусу. «Я начну с моста», — сказал Лотаус.", "Пит Лотаус/-"),
        (
            "Rozmowy z generałem Osejem Rotantem trwały do rana. „Moi ludzie są głodni i czekają na chleb” – powiedział Rotant.",
            "Osej Rotant/generał",
        ),
    ]);
}

#[test]
fn names_of_a_neighbour_are_whole_behind_an_office() {
    check(&[
        ("日本外务大臣高桥百合子周二在东京说：“桥修好了，我们就过河。”", "高桥百合子/日本外务大臣"),
        ("日本外務大臣高橋百合子在東京表示：「我們不會退讓。」", "高橋百合子/日本外務大臣"),
        ("日本首相石田茂表示：“我们不会退让。”", "石田茂/日本首相"),
    ]);
}

#[test]
fn a_chinese_office_has_all_its_words() {
    check(&[
        ("欧盟海上安全特使安娜·罗塔说：“时间不多了。”", "安娜·罗塔/欧盟海上安全特使"),
        ("清华大学国际关系学院教授王立新说：“时间不多了。”", "王立新/清华大学国际关系学院教授"),
    ]);
}
