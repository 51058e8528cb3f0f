"""Days from one to another as people write them: 3–9 March 2026."""

import datetime

from django.utils import dateformat

from handslag.templatetags.handslag_dates import in_words


def period(first: datetime.date, last: datetime.date) -> str:
    """What both days share is written once."""
    if first == last:
        return in_words(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{in_words(last)}"
    if first.year == last.year:
        return f"{dateformat.format(first, 'j F')} – {in_words(last)}"
    return f"{in_words(first)} – {in_words(last)}"
