//! Texts that nobody writes to be read: each a scrap, repeated, that once cost or could cost more than its length.

/// What each shape is called, and the scrap that is repeated; `{n}` in it becomes a new name each time.
pub(crate) const SHAPES: &[(&str, &str)] = &[
    ("marks and a verb, no speaker", "“Ja.” said. "),
    ("straight marks that never agree", "\" a \" a "),
    ("Arabic prose with straight marks", "قال الوزير \"إن الميناء مفتوح\" أمس "),
    ("one sentence that never ends", "“We stay,” said Ana Porto, and "),
    ("marks that only open", "he said “and "),
    ("no space anywhere", "a,a.a’a,"),
    ("elisions", "l'"),
    ("brackets around every verb", "“a” (Ana Porto said) "),
    ("new names and pronouns", "Ana {n}, he, Bo {n}, she, "),
    (
        "new office holders, all the minister",
        "Foreign Minister Ana {n} said “we stay,” the foreign minister said. ",
    ),
    ("one surname", "Ana{n} Porto met Porto and Minister Porto, who said “no.” "),
    ("nothing but pronouns that speak", "“No,” he said. “Yes,” she said. "),
    ("verbs and helpers", "was had been said asked , — told "),
    ("sources without end", "according to according to “a” "),
    ("dashes in guillemets", "«Мы, — да — нет, - и, — "),
    ("turns of a transcript", "QUESTION: And?\nANSWER: No, said X.\n"),
    ("bracketed remarks", "x (a) \"y\" "),
    ("commas before a verb", "Ana Porto, a, b, c, d, e, said, “"),
    ("Russian dialogue between dashes", "— Да, — сказал он. "),
    ("Polish dialogue between dashes", "— Tak — powiedział on. "),
    ("Ukrainian dialogue between dashes", "— Так, — сказав він. "),
    ("French dialogue between dashes", "— Oui, dit-il, et la marée monte. "),
    ("Russian marks and dashes", "«Да», — сказал он, — «нет», и Министр {n} сказал: "),
    ("quotes that touch", "“a.”"),
    ("quotes that touch, of sentences", "“We stay here.”"),
    ("quotes that touch, in straight marks", "\"a.\"\"b.\""),
    ("quotes joined by commas", "“a”, "),
    ("quotes joined by and", "“a” and "),
    ("guillemets that touch", "«Да.»"),
    ("Persian words in marks, one line", "وزیر گفت: «ما می رویم» "),
    ("Persian words in marks, the minister once named", "وزیر گفت: «ما می رویم». علی حسنی گفت: «نه». "),
    ("Persian prose", "وزیر گفت ما می رویم "),
    ("Arabic words in marks, one line", "قال الوزير إن «نحن نذهب» "),
    ("Arabic prose", "وقال الوزير إننا نذهب "),
    ("Chinese words in marks, one line", "外交部长王毅说：“我们去那里”，"),
    ("Japanese words in marks, one line", "「行く」と岸田首相は述べた、"),
    ("questions and answers", "Question: why? Answer: so.\n"),
    ("questions and answers, lines in turn", "Question: why?\nAnswer: so.\n"),
    ("names as labels", "Ana {n}: Why so?\nBo {n}: So it is.\n"),
    ("German questions and answers", "Frage: Warum gehen wir?\nAntwort: Weil ich will.\n"),
    ("Turkish words in marks", "Bakan Ana {n}, “Oraya gidiyoruz” dedi. "),
    ("Portuguese words in marks", "“Vamos lá {n}”, disse o ministro Ana {n}. "),
    ("German words in marks", "„Wir gehen hin“, sagte der Minister Ana {n}. "),
    ("Polish words in marks", "„Idziemy tam”, powiedział minister Jan {n}. "),
    ("Spanish words in marks", "“Vamos allí”, dijo el ministro Ana {n}. "),
    ("nested marks", "“a ‘b “c {n}” d’ e” said Ana {n}. "),
    ("marks within a sentence", "Ana {n}, who met Bo {n}, said he would go, and she said they “go”. "),
    ("letters forced to the left", "\u{202e} a "),
    ("acronyms of bodies", "The Ana{n} Union (AU{n}) said “we stay,” the AU{n} said. "),
];

/// The shape `scrap` repeated to about `length` bytes.
#[must_use]
pub(crate) fn text(scrap: &str, length: usize) -> String {
    let mut text = String::with_capacity(length + scrap.len());
    let mut number = 0;
    while text.len() < length {
        text.push_str(&scrap.replace("{n}", &name(number)));
        number += 1;
    }
    text
}

/// The `number`th of many words that look like names.
fn name(number: usize) -> String {
    let mut word = String::from("V");
    let mut rest = number;
    for _ in 0..4 {
        word.push(char::from(b'a' + (rest % 26) as u8));
        rest /= 26;
    }
    word
}
