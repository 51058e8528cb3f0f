"""Which lines are headings: numbered ones, and short lines that stand alone and are no sentence."""

import re
from collections.abc import Sequence

from plan_pages.importing.obligations import ENDS_WITH_MODAL

CHAPTER = re.compile(
    r"^(?:kapitel|kap\.?|avsnitt)\s+(\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})\s*[.:–—-]?\s+(?=\S)(.*)$",
    re.IGNORECASE,
)
FIGURES = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3})[.:]?\s+[–—-]?\s*(?=[A-ZÅÄÖ”\"“«])(.*)$")
ROMAN = re.compile(r"^((?=[IVX])X{0,2}(?:IX|IV|V?I{0,3}))(?:\.\s+|(?<=[IVX]{2})\s+)(?=[A-ZÅÄÖ”\"])(.*)$")
LETTER = re.compile(r"^([A-K])\.\s+(?=[A-ZÅÄÖ”\"])(.*)$")
SENTENCE_END = re.compile(r"[.!?;,:]$")
ENDS_OPEN = re.compile(
    r"\b(?:och|eller|i|på|av|för|med|mot|det|den|de|att|som|till|om|från|samt|en|ett|vid|hos|inom|under|mellan|våra?|kommunens)$|[-,]$"
)
LONGEST_HEADING = 200
MOST_LINES = 3
LONGEST_LONE = 80
LONGEST_EMPHASISED = 120
MANY_WORDS = 9
VERB_OF_SENTENCE = re.compile(r"\b(?:är|ska|skall|bör|kan|har|finns|innebär)\b", re.IGNORECASE)
NO_HEADING = re.compile(r"https?://|www\.|@|§|\d{4}-\d{2}-\d{2}|\d{2,4}[ -]\d{2,3} \d{2}|\.{4}")
# "3 Kap. 2 §", "12 Procent": what a figure counts is no heading, also with a capital.
COUNTED = re.compile(
    r"^(?:kap\b|§|procent\b|st\b|kronor\b|kr\b|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober"
    r"|november|december)",
    re.IGNORECASE,
)


def numbered_heading(text: str) -> tuple[str, str] | None:
    """("2.1", "Bakgrund"), or None. A number followed by a small letter is a count or a date."""
    for pattern in (CHAPTER, FIGURES, ROMAN, LETTER):
        match = pattern.match(text)
        if (
            match
            and not COUNTED.match(match.group(2))
            and any(character.isalpha() for character in match.group(2))
        ):
            return match.group(1), match.group(2).strip()
    return None


def plain_number(printed: str) -> str:
    """The number without what the printer sets around it: "2.1." and "Kapitel 2.1:" are "2.1"."""
    match = re.search(r"(\d+(?:\.\d+)*|\b[IVX]+|\b[A-Za-z])[.):]*$", printed.strip())
    return match.group(1) if match else ""


def numbered_heading_lines(lines: Sequence[str], *, whole: bool) -> int:
    """How many of the lines are the heading they begin with; 0 where they begin with none.

    `whole`: all of them are set as a heading is.
    """
    if numbered_heading(lines[0]) is None:
        return 0
    count = len(lines) if whole else 1
    while (
        not whole and count < len(lines) and count < MOST_LINES and _goes_on(lines[count - 1], lines[count])
    ):
        count += 1
    heading = " ".join(lines[:count])
    if len(heading) > LONGEST_HEADING or (SENTENCE_END.search(heading) and not _is_question(heading)):
        return 0
    return count


def _goes_on(before: str, after: str) -> bool:
    """A heading broken over lines goes on with a small letter, or after a word that cannot end it."""
    return bool(ENDS_OPEN.search(before)) or after[:1].islower()


def _is_question(text: str) -> bool:
    return text.endswith("?") and not re.search(r"[.!?]\s+[A-ZÅÄÖ]", text.partition(" ")[2][:-1])


def is_lone_heading(text: str, *, lines: int, emphasis: bool) -> bool:
    """A short line of its own that is no sentence, no link, no label with a value."""
    longest = LONGEST_EMPHASISED if emphasis else LONGEST_LONE
    if (
        (lines > MOST_LINES and not emphasis)
        or len(text) > longest
        or not (text[:1].isupper() or text[:1] in '”"“«')
    ):
        return False
    if text.endswith("?") and (emphasis or lines == 1):
        return _is_question(f"x {text}")
    if (
        ENDS_WITH_MODAL.search(text)
        or SENTENCE_END.search(text)
        or NO_HEADING.search(text)
        or (":" in text and not emphasis)
    ):
        return False
    return emphasis or (
        lines < MOST_LINES and not (VERB_OF_SENTENCE.search(text) and len(text.split()) > MANY_WORDS)
    )
