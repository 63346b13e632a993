#!/usr/bin/env python3
"""Who said what in 658 articles of real news in eleven languages, written in them: scores the program in one of them.

    python3 tests/benchmark/real/native.py target/release/attache FOLDER de [read | held] [--misses]

FOLDER holds clones of the public repositories in SOURCES, each in a folder `owner+name`; their texts are no part of this.
`native.json` tells for each article, by places in its text alone, where the words in marks stand, and where in the text the
name of whoever says them stands (`named`), the words for somebody without a name or a body (`open`, `role`), nothing
(the text does not tell), or that nobody counts them (`?`); and which marked words nobody said. An article whose text has
changed is left out. `held` is for totals only, as long as nobody reads it.
"""
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

WMT = "wmt-conference+wmt{}-news-systems"
SETS = "Helsinki-NLP+OPUS-MT-testsets"
BOSQUE = "UniversalDependencies+UD_Portuguese-Bosque"
SOURCES = {  # files with documents, of a year's shared task of translation; and plain lines, parted where a headline stands
    "de": [(21, "newstest2021.de-fr"), (22, "wmttest2022.de-fr")],
    "fr": [(21, "newstest2021.fr-de"), (22, "wmttest2022.fr-de")],
    "ru": [(21, "newstest2021.ru-en"), (22, "wmttest2022.ru-en"), (23, "wmttest2023.ru-en")],
    "ja": [(21, "newstest2021.ja-en"), (22, "wmttest2022.ja-en")],
    "uk": [(22, "wmttest2022.uk-en"), (23, "wmttest2023.uk-en")],
    "pl": [("20", SETS, "testsets/pol-eng/newstest2020.pol")],
    "tr": [("18", SETS, "testsets/tur-eng/newstest2018.tur"), ("17", SETS, "testsets/tur-eng/newstest2017.tur")],
    "it": [("09", SETS, "testsets/ita-eng/newstest2009.ita")],
    "es": [("13", SETS, "testsets/ces-spa/newstest2013.spa"), ("12", SETS, "testsets/ces-spa/newstest2012.spa")],
    "zh": [("21", WMT.format(21), "txt/sources/newstest2021.zh-en.src.zh"), ("19", SETS, "testsets/zho-eng/newstest2019.zho")],
    "pt": [],
}
LONGEST_HEADLINE, SHORTEST_ARTICLE = 110, 5


def shown(folder, repository, path):
    return (folder / repository / path).read_text(encoding="utf-8")


def by_document(folder, lang, year, name):
    """Articles of a file with documents: a sentence a paragraph where it has none, but for sentences of one quotation."""
    for document in ElementTree.fromstring(shown(folder, WMT.format(year), f"xml/{name}.all.xml")).iter("doc"):
        source = document.find("src")
        if source is None or source.get("lang") not in (None, lang) or document.get("domain") not in (None, "news"):
            continue
        parts = [[part.text.strip() for part in one.iter("seg") if part.text] for one in source.iter("p")]
        gap = "" if lang in ("zh", "ja") else " "
        paragraphs = [gap.join(part) for part in parts]
        if len(parts) < 3:
            sentences, is_open = [sentence for part in parts for sentence in part], False
            paragraphs = sentences[:1]
            for sentence in sentences[1:]:
                if is_open:
                    paragraphs[-1] += gap + sentence
                else:
                    paragraphs.append(sentence)
                is_open = is_open != (sentence.count('"') % 2 == 1)
        if len(paragraphs) >= SHORTEST_ARTICLE:
            yield f"{lang}-{year}-{document.get('id')}", paragraphs


def by_headline(folder, lang, tag, repository, path):
    """Articles of plain lines: a short line that ends as no sentence does opens one."""
    articles = [[]]
    for line in filter(None, map(str.strip, shown(folder, repository, path).split("\n"))):
        heads = len(line) < LONGEST_HEADLINE and not re.search(r'[.!?…。！？:;：»”"」）)]$', line)
        if heads and len(articles[-1]) >= SHORTEST_ARTICLE:
            articles.append([])
        articles[-1].append(line)
    return ((f"{lang}-{tag}-{number}", article) for number, article in enumerate(articles))


def by_treebank(folder):
    for path in sorted((folder / BOSQUE / "not-to-release/documents").glob("*.conllu")):
        yield f"pt-{path.name[:6]}", re.findall(r"^# text = (.*)$", path.read_text(encoding="utf-8"), re.M)


def articles(folder, lang):
    found = by_treebank(folder) if lang == "pt" else []
    for source in SOURCES[lang]:
        found = [*found, *(by_document if len(source) == 2 else by_headline)(folder, lang, *source)]
    return {name: "\n\n".join(paragraphs[1:]) for name, paragraphs in found}


def passage(name, text, gold):
    """As in tests/benchmark."""
    quotes = []
    for start, length, kind, *place in gold["quotes"]:
        words = text[place[0]:place[0] + place[1]] if place else None
        quote = {"text": text[start:start + length], "start": start, "kind": "direct", "mention": words,
                 "speaker": words if kind in ("named", "role") else None, "role": kind == "role", "optional": kind == "?"}
        quotes.append({key: value for key, value in quote.items() if value or key == "speaker"})
    not_quotes = [text[start:start + length] for start, length in gold["not_quotes"]]
    return {"id": name, "lang": gold["lang"], "text": text, "quotes": quotes, "not_quotes": not_quotes}


def main():
    program, folder, lang, *how = sys.argv[1:]
    gold = json.loads(pathlib.Path(__file__).with_name("native.json").read_text())
    texts = articles(pathlib.Path(folder), lang)
    for half in [word for word in how if not word.startswith("-")] or ["read", "held"]:
        due = {name: one for name, one in gold.items() if one["lang"] == lang and one["half"] == half}
        same = [name for name, one in due.items()
                if hashlib.sha256(texts.get(name, "").encode()).hexdigest().startswith(one["text"])]
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump([passage(name, texts[name], due[name]) for name in same], file)
            file.flush()
            print(f"{half}: {len(same)} of {len(due)} articles", flush=True)
            subprocess.run([program, "eval", "quotes", file.name, *[word for word in how if word == "--misses" and half == "read"]], check=True)


if __name__ == "__main__":
    main()
