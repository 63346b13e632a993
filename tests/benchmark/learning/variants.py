"""Other shapes of a marked passage, as news has it too: people told of by their surnames alone, one sentence a paragraph.

Deterministic. Offsets and names of the quotes move along.
"""
import random
import re

WAYS = ("names", "sentences", "both")
SURNAME = 0.5  # how many of those with a first name and a surname keep the surname alone
PARTED = 0.85  # how many sentences open a paragraph
PLAIN = {"text", "kind", "speaker", "mention", "start"}
SENTENCE = re.compile(r"[.!?…][»”\"“]?( )(?=[«„“\"]?[A-ZÀ-ÞА-Я])")
SHORT = 4  # letters of what may be shortened before a full stop


def spans_of(passage):
    """Where the quotes stand, or None where one does not."""
    text, spans, last = passage["text"], [], 0
    for quote in passage["quotes"]:
        start = quote.get("start", text.find(quote["text"], last))
        start = text.find(quote["text"]) if start < 0 else start
        if start < 0 or not text.startswith(quote["text"], start):
            return None
        spans.append((start, start + len(quote["text"])))
        last = start
    return spans


def surnames(passage, chance):
    """Full names that stand in the text, and the surnames they are told of by."""
    told = sorted({quote["speaker"] for quote in passage["quotes"] if quote.get("speaker")})
    full = [name for name in told if len(name.split()) == 2 and name in passage["text"]]
    return {name: name.split()[1] for name in full if chance.random() < SURNAME}


def breaks(text, spans, chance):
    """Places of the spaces between sentences that a paragraph may end at."""
    for match in SENTENCE.finditer(text):
        at = match.start(1)
        within = any(start <= at < end for start, end in spans)
        if not within and len(text[:at].split()[-1].strip(".«»“”\"„")) >= SHORT and chance.random() < PARTED:
            yield at


def variant(passage, way):
    """The passage in another shape, or None where that is no other."""
    chance = random.Random(passage["id"] + way)
    spans = spans_of(passage)
    if spans is None or any(set(quote) - PLAIN for quote in passage["quotes"]):
        return None
    text = passage["text"]
    names = surnames(passage, chance) if way != "sentences" else {}
    edits = [(match.start(), match.start() + len(name) - len(short), "") for name, short in names.items() for match in re.finditer(re.escape(name), text)]
    if way != "names":
        edits += [(at, at + 1, "\n\n") for at in breaks(text, spans, chance)]
    if not edits:
        return None
    edits.sort()

    def told(start, end):
        parts, place = [], start
        for first, last, new in edits:
            if first >= place and last <= end and first < end:
                parts += [text[place:first], new]
                place = last
        return "".join([*parts, text[place:end]])

    quotes = []
    for quote, (start, end) in zip(passage["quotes"], spans):
        quote = dict(quote, text=told(start, end), start=len(told(0, start)))
        if "speaker" in quote:
            quote["speaker"] = names.get(quote["speaker"], quote["speaker"])
        for name, short in names.items():
            if quote.get("mention"):
                quote["mention"] = quote["mention"].replace(name, short)
        quotes.append(quote)
    return dict(passage, id=f"{passage['id']}~{way}", text=told(0, len(text)), quotes=quotes, not_quotes=[])
