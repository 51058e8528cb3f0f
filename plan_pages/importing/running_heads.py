"""Running heads and feet in text without pages: lines that return again and again where pages change.

Headings return as well ("Mål 1", "Mål 2"; "Åtgärder" in each chapter), so returning alone is not enough.
"""

import re
from collections import Counter, defaultdict

from plan_pages.importing.lines import Line

# Ornaments and page numbers: "3", "– 3 –", "Sida 3 av 12", "3 (12)", "– – -".
PAGE_MARK = re.compile(
    r"^\W*(?:(?:sida|sid\.?|s\.)\s*)?\d{1,3}(?:\s*(?:av|/|\()\s*\d{1,3}\)?)?\W*$|^[\W_]+$", re.IGNORECASE
)
PAGE_OF = re.compile(
    r"\s+(?:(?:sida|sid)\s*)?\d{1,3}\s*(?:\(\d{1,3}\)|av\s+\d{1,3}|/\s?\d{1,3})$", re.IGNORECASE
)
PAGE_AFTER = re.compile(r"(?<=.{25})\s+(?:(?:sida|sid)\s*)?\d{1,3}$", re.IGNORECASE)
REPEATED_AT_LEAST = 3
LONGEST = 90


def running_heads(lines: list[Line]) -> set[str]:
    """Shapes that return with a page number of their own, or mostly beside a line that is one."""
    written = [line for line in lines if not line.is_blank]
    times: Counter[str] = Counter()
    at_page_change: defaultdict[str, int] = defaultdict(int)
    for before, line, after in zip([None, *written], written, [*written[1:], None], strict=False):
        if may_be_running_head(line):
            shape = shape_of(line.text)
            times[shape] += 1
            beside = any(other is not None and PAGE_MARK.match(other.text) for other in (before, after))
            at_page_change[shape] += beside or shape != line.text.casefold()
    return {
        shape
        for shape, count in times.items()
        if count >= REPEATED_AT_LEAST and at_page_change[shape] * 2 >= count
    }


def may_be_running_head(line: Line) -> bool:
    """A line of plain text; of a PDF it is known where a line stands, and its running heads are left out there."""
    return (
        line.wraps
        and not line.size
        and 0 < len(line.text) < LONGEST
        and not line.text.endswith((".", ",", ";", ":"))
        and not PAGE_MARK.match(line.text)
    )


def shape_of(text: str) -> str:
    """What is the same on every page."""
    return PAGE_AFTER.sub(" #", PAGE_OF.sub(" #", text)).casefold()
