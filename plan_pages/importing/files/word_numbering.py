"""The numbers that Word prints before headings and items: they are counted when shown and stand in no text."""

import re
from xml.etree.ElementTree import Element

from plan_pages.importing.files.word_names import W, number_of, value_of

BULLETS = {"bullet", "none", "picture"}
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
MOST = 500


class Numbering:
    """Counts as Word does: a level begins anew where a higher one goes on."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, Element]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        for abstract in root.iter(f"{W}abstractNum"):
            self._levels[abstract.get(f"{W}abstractNumId", "")] = {
                number_of(level.get(f"{W}ilvl")): level for level in abstract.iter(f"{W}lvl")
            }
        for number in root.iter(f"{W}num"):
            identity = number.get(f"{W}numId", "")
            self._abstract[identity] = value_of(number, "abstractNumId") or ""
            for override in number.iter(f"{W}lvlOverride"):
                if start := value_of(override, "startOverride"):
                    self._starts[identity, number_of(override.get(f"{W}ilvl"))] = number_of(start, 1)

    def next(self, numbering: Element) -> tuple[int, str] | None:
        """(level, "2.1") for a paragraph with this `numPr`; "" for a bullet, None where numbering is taken off."""
        identity = value_of(numbering, "numId") or "0"
        depth = number_of(value_of(numbering, "ilvl"))
        if identity == "0":
            return None
        levels = self._levels.get(self._abstract.get(identity, ""), {})
        level = levels.get(depth)
        if level is None or (value_of(level, "numFmt") or "decimal") in BULLETS:
            return depth, ""
        # Lists that share their definition go on counting, unless one says where it starts.
        counts = self._counts.setdefault(self._abstract[identity], {})
        if (identity, depth) in self._starts:
            counts[depth] = self._starts.pop((identity, depth))
        else:
            counts[depth] = counts.get(depth, number_of(value_of(level, "start"), 1) - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        return depth, self._printed(levels, counts, depth)

    def _printed(self, levels: dict[int, Element], counts: dict[int, int], depth: int) -> str:
        pattern = value_of(levels[depth], "lvlText") or f"%{depth + 1}."

        def figure(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            form = value_of(levels.get(at), "numFmt") or "decimal"
            return in_form(counts.get(at, number_of(value_of(levels.get(at), "start"), 1)), form)

        return re.sub(r"%([1-9])", figure, pattern).strip()


def in_form(count: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"} and 1 <= count <= len("abcdefghijklmnopqrstuvwxyz"):
        letter = chr(ord("a") + count - 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in {"lowerRoman", "upperRoman"} and 0 < count < MOST:
        written = ""
        for value, sign in ROMAN:
            times, count = divmod(count, value)
            written += sign * times
        return written if form == "lowerRoman" else written.upper()
    return str(count)
