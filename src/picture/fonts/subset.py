"""Makes the fonts of this folder from Debian's fonts-noto-core and fonts-noto-cjk, and coverage.txt beside them.

Usage: python subset.py FOLDER, where both packages are unpacked in FOLDER; needs fonttools.
Chinese has the letters of GB 2312, Japanese kana and those of the first level of JIS X 0208; each font is cut to its
script, without hints.
"""
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
ROOT = pathlib.Path(sys.argv[1])
NOTO = "usr/share/fonts/truetype/noto/"
LATIN = "U+20-7E,U+A0-24F,U+2B0-2FF,U+300-36F,U+1E00-1EFF,U+2010-2027,U+202F-205E,U+2070-209F,U+20A0-20BF,U+2100-218F,U+2190-2199,U+2212"
BASIC = "U+21-7E,U+A0-17F,U+2010-2027,U+2030-203A,U+20AC,U+2116,U+2122"
GREEK = "U+370-3FF,U+1F00-1FFF"
CYRILLIC = "U+400-52F,U+2DE0-2DFF,U+A640-A69F"
WIDE = "U+20-7E,U+B7,U+2014,U+2018-201D,U+2026,U+3000-303F,U+FF01-FF5E"


def letters(encoding, leads, trails):
    """The letters a two-byte encoding names, as one text."""
    found = set()
    for lead in leads:
        for trail in trails:
            try:
                found.add(bytes([lead, trail]).decode(encoding))
            except UnicodeDecodeError:
                pass
    return "".join(sorted(letter for letter in found if len(letter) == 1 and ord(letter) > 0x2E7F))


def cut(name, source, ranges, text="", number=None):
    target = HERE / name
    given = [str(ROOT / source), f"--output-file={target}", f"--unicodes={ranges}", "--no-hinting"]
    given += ["--name-IDs=0,1,2,3,4,6,13,14", "--drop-tables+=DSIG"]
    if name.endswith(".otf"):
        # level lines of one language only
        given += ["--layout-features=", "--drop-tables+=vhea,vmtx,VORG,BASE,GPOS,GSUB"]
    if text:
        listed = HERE / "letters.tmp"
        listed.write_text(text, encoding="utf-8")
        given.append(f"--text-file={listed}")
    if number is not None:
        given.append(f"--font-number={number}")
    subprocess.run([sys.executable, "-m", "fontTools.subset", *given], check=True)
    (HERE / "letters.tmp").unlink(missing_ok=True)
    return target


def with_latin(name, source, ranges):
    """The font of a script with the Latin letters and marks of another, so that one font draws a line that has both."""
    from fontTools.merge import Merger, Options

    latin, own = (HERE / part for part in ("latin.tmp.ttf", "own.tmp.ttf"))
    cut(own.name, source, ranges)
    given = [str(ROOT / NOTO / "NotoSans-Regular.ttf"), f"--output-file={latin}", f"--unicodes={BASIC}", "--no-hinting"]
    given += ["--layout-features=", "--drop-tables+=GPOS,GSUB,GDEF"]
    subprocess.run([sys.executable, "-m", "fontTools.subset", *given], check=True)
    font = Merger(options=Options(drop_tables=["vhea", "vmtx"])).merge([str(own), str(latin)])
    font.save(HERE / name)
    latin.unlink(), own.unlink()
    return HERE / name


def covered(files):
    """All code points of the fonts, as ranges."""
    from fontTools.ttLib import TTFont

    points = sorted(set().union(*(TTFont(file).getBestCmap() for file in files)))
    ranges = []
    for point in points:
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(f"{first:X}-{last:X}\n" if first != last else f"{first:X}\n" for first, last in ranges)


CJK = "usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
chinese = letters("gb2312", range(0xA1, 0xFF), range(0xA1, 0xFF))
japanese = letters("shift_jis", range(0x81, 0x99), range(0x40, 0xFD))
everywhere = ",".join([LATIN, GREEK, CYRILLIC])
FILES = [
    cut("NotoSans-Regular.ttf", NOTO + "NotoSans-Regular.ttf", everywhere),
    cut("NotoSans-Bold.ttf", NOTO + "NotoSans-Bold.ttf", everywhere),
    with_latin(
        "NotoSansArabic-Regular.ttf", NOTO + "NotoSansArabic-Regular.ttf", "U+20,U+600-6FF,U+750-77F,U+FDF2,U+FDFC"
    ),
    with_latin("NotoSansHebrew-Regular.ttf", NOTO + "NotoSansHebrew-Regular.ttf", "U+20,U+590-5FF,U+FB1D-FB4F"),
    cut("NotoSansSC-Regular.otf", CJK, WIDE, chinese, 2),
    cut("NotoSansJP-Regular.otf", CJK, WIDE, japanese, 0),
]
(HERE / "coverage.txt").write_text(covered(FILES))
