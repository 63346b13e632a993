//! Texts that nobody writes to be read: each a scrap, repeated, that once cost or could cost more than its length.

/// What each shape is called, and the scrap that is repeated; `{n}` in it becomes a new name each time.
pub(crate) const SHAPES: [(&str, &str); 30] = [
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
