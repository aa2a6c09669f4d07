#!/usr/bin/env python3
"""Makes assets/fonts from Liberation Sans 2 (Debian: fonts-liberation2, python3-fonttools).

Keeps Latin, Greek and Cyrillic. A changed font may not carry the reserved name Liberation
(SIL Open Font License 1.1, section 3), so the family is called Zonewerk Sans.
"""
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SOURCE = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/truetype/liberation2")
TARGET = Path(__file__).resolve().parent.parent / "assets" / "fonts"
FAMILY = "Zonewerk Sans"
RANGES = [
    (0x0020, 0x024F),  # Latin
    (0x02B0, 0x0333),  # marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin, more marks
    (0x2000, 0x206F),  # punctuation
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x214F),  # letter-like
    (0x2190, 0x2199),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x25A0, 0x25FF),  # shapes
    (0xFFFD, 0xFFFD),
]

for weight in ["Regular", "Bold"]:
    font = TTFont(SOURCE / f"LiberationSans-{weight}.ttf", recalcTimestamp=False)
    options = Options()
    options.notdef_outline = True
    options.hinting = False
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    names = {1: FAMILY, 4: f"{FAMILY} {weight}", 6: f"{FAMILY.replace(' ', '')}-{weight}"}
    names[3] = names[4]
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]
    font.save(TARGET / f"ZonewerkSans-{weight}.ttf")
