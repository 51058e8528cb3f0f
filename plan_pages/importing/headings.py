"""Which lines are headings: numbered ones, and short lines that stand alone and are no sentence."""

import re
from collections.abc import Sequence

NUMBERED = re.compile(
    r"^(?:kapitel\s+|avsnitt\s+)?(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?=[A-ZÅÄÖ”\"])(.*)$", re.IGNORECASE
)
SENTENCE_END = re.compile(r"[.!?;,]$")
ENDS_OPEN = re.compile(r"\b(?:och|eller|i|på|av|för|med|mot|det|den|de|att|som|till|om|från|samt|en|ett)$|-$")
LONGEST_HEADING = 200
LONGEST_LINE = 90
MOST_LINES = 3
LONGEST_LONE = 80
VERB_OF_SENTENCE = re.compile(r"\b(?:är|ska|skall|bör|kan|har|finns|innebär)\b", re.IGNORECASE)


def numbered_heading(text: str) -> tuple[str, str] | None:
    """("2.1", "Bakgrund"), or None. A number followed by a small letter is a count or a date."""
    match = NUMBERED.match(text)
    if not match or (not match.group(2)[:1].strip('”"').isupper() and not match.group(2)[1:2].isupper()):
        return None
    return match.group(1), match.group(2).strip()


def split_heading_from_text(lines: Sequence[str]) -> tuple[str, int] | None:
    """The heading's number and how many of the lines are the heading; None where they begin no heading."""
    first = numbered_heading(lines[0])
    if first is None:
        return None
    number, _text = first
    count = 1
    while count < len(lines) and count < MOST_LINES and _goes_on(lines[count - 1], lines[count]):
        count += 1
    heading = " ".join(lines[:count])
    if SENTENCE_END.search(heading) or len(heading) > LONGEST_HEADING:
        return None
    return number, count


def _goes_on(before: str, after: str) -> bool:
    """A heading broken over lines goes on with a small letter, after a word that cannot end it, or at the margin."""
    if ENDS_OPEN.search(before):
        return True
    return after[:1].islower()


def is_lone_heading(text: str, *, lines: int, emphasis: bool) -> bool:
    """A short line of its own that is no sentence, no link, no label with a value."""
    if lines > 2 or len(text) > LONGEST_LONE or not text[:1].isupper():
        return False
    if text.endswith("?") and lines == 1:
        return True
    if SENTENCE_END.search(text):
        return False
    if re.search(r"https?://|www\.|@|:|§|\d{4}-\d{2}-\d{2}|\d{2,4}[ -]\d{2,3} \d{2}", text):
        return False
    return emphasis or not (VERB_OF_SENTENCE.search(text) and len(text.split()) > 9)
