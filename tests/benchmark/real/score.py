#!/usr/bin/env python3
"""Who said what in 123 whole articles of real news: scores the program in one language.

    git clone https://github.com/MicrosoftTranslator/NTREX
    python3 tests/benchmark/real/score.py target/release/attache NTREX de [--show | --full]

NTREX-128 (CC BY-SA 4.0; the texts are not part of this) holds the articles of WMT's news test of 2019, a sentence a line, and
their translations by people. `gold.json` tells for each line in which quotations open who says each, by the number of a
speaker; `speakers.json` holds for each whether a person is named, and hashes of stems of the names in each language, so that
neither text nor name stands here. `--show` prints the lines of the first half in which an answer differs, `--full` all of
them; the other half is for totals only, as long as nobody reads it.
"""
import hashlib
import json
import os
import subprocess
import sys
import unicodedata

FILES = {"en": "src.eng", "ar": "ref.arb", "de": "ref.deu", "fa": "ref.fas", "fr": "ref.fra", "it": "ref.ita", "ja": "ref.jpn",
         "pl": "ref.pol", "pt": "ref.por-BR", "ru": "ref.rus", "es": "ref.spa", "tr": "ref.tur", "uk": "ref.ukr",
         "zh": "ref.zho-CN"}
LONGEST = 60  # letters of a name that are looked at


def lines_of(folder, name):
    with open(os.path.join(folder, "NTREX-128", f"newstest2019-{name}.txt"), encoding="utf-8") as file:
        return [line.strip() for line in file.read().split("\n")]


def documents(folder, lang):
    """The lines of each article, and the text of each as paragraphs: a line goes on where a quotation of the English is open."""
    with open(os.path.join(folder, "DOCUMENT_IDS.tsv"), encoding="utf-8") as file:
        ids = [line.split("\t")[0].strip() for line in file if line.strip()]
    english, lines = lines_of(folder, FILES["en"]), lines_of(folder, FILES[lang])
    found, is_open = {}, False
    for number, name in enumerate(ids):
        starts = name not in found or not is_open or english[number].startswith('"')
        is_open = (not starts and is_open) != (english[number].count('"') % 2 == 1)
        found.setdefault(name, []).append((number, lines[number], starts))
    return found


def text_of(parts, lang):
    text = ""
    for _, line, starts in parts[1:]:
        gap = "\n\n" if starts else "" if lang in ("zh", "ja") else " "
        text += (gap if text else "") + line
    return text


def answers(binary, found, lang):
    """The quotes that open in each line."""
    given = [json.dumps({"id": name, "title": parts[0][1], "text": text_of(parts, lang)}) for name, parts in found.items()]
    told = subprocess.run([binary, "brief", "--batch"], input="\n".join(given), capture_output=True, text=True, check=True)
    by_line = {}
    for row in map(json.loads, told.stdout.splitlines()):
        text, at = row["text"].encode(), 0
        for number, line, _ in found[row["id"]][1:]:
            start = text.find(line.encode(), at)
            if start >= 0:
                at = start + len(line.encode())
                by_line.setdefault(number, []).extend(q for q in row["quotes"] if start <= q["start"] < at)
    return by_line


def is_named(name, speaker, lang):
    letters = unicodedata.normalize("NFD", name.lower())
    folded = "".join(letter for letter in letters if not unicodedata.combining(letter))[:LONGEST]
    stems = set(speaker.get(lang) or speaker["en"])
    parts = (folded[a:b] for a in range(len(folded)) for b in range(a + 1, len(folded) + 1))
    return any(hashlib.sha256(("attache " + part).encode()).hexdigest()[:10] in stems for part in parts)


def judge(quotes, speakers, lang):
    count = dict(right=0, wrong=0, unnamed=0, extra=0, missing=max(0, len(speakers) - len(quotes)))
    for quote in quotes:
        name = (quote["speaker"] or {}).get("name")
        if not speakers:
            count["extra"] += 1
        elif name:
            count["right" if any(is_named(name, one, lang) for one in speakers) else "wrong"] += 1
        else:
            count["unnamed" if all(one["named"] for one in speakers) else "right"] += 1
    return count


def main():
    binary, folder, lang, *how = sys.argv[1:]
    here = os.path.dirname(os.path.abspath(__file__))
    gold, known = (json.load(open(os.path.join(here, name), encoding="utf-8")) for name in ("gold.json", "speakers.json"))
    found = documents(folder, lang)
    by_line = answers(binary, found, lang)
    halves = [dict(right=0, wrong=0, unnamed=0, extra=0, missing=0) for _ in range(2)]
    for place, parts in enumerate(found.values()):
        for number, line, _ in parts[1:]:
            speakers = [known[str(one)] for one in gold.get(str(number), [])]
            quotes = by_line.get(number, [])
            count = judge(quotes, speakers, lang)
            for key, value in count.items():
                halves[place % 2][key] += value
            faults = {key: value for key, value in count.items() if value and key != "right"}
            if place % 2 == 0 and ("--full" in how or "--show" in how and faults):
                print(number, faults or "", line)
                for quote in quotes:
                    one = quote["speaker"] or {}
                    print(f"    «{quote['text'][:60]}» {one.get('name')} | {one.get('mention')} ({quote['confidence']:.2f} {quote['rule']})")
    for half, count in zip(("first half", "other half"), halves):
        said = count["right"] + count["wrong"] + count["unnamed"]
        precision, recall = count["right"] / max(1, said + count["extra"]), count["right"] / max(1, said + count["missing"])
        print(f"{lang} {half}: {count} F1 {200 * precision * recall / max(1e-9, precision + recall):.1f}")


if __name__ == "__main__":
    main()
