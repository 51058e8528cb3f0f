"""Headings that a file may have, in both languages whatever the reader's; what a page calls a column is one of them."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise, lazy
from django.utils.translation import get_language

from handslag.spreadsheets.reading import Headings


def named[C: StrEnum](swedish: Mapping[C, tuple[str, ...]], required: C) -> Headings[C]:
    """In English a column is called by its own value. Of the Swedish names the first is written, the others are
    understood."""
    english = {column: column.value.replace("_", " ") for column in swedish}

    def title(column: C) -> str:
        return swedish[column][0] if get_language() == "sv" else english[column]

    titles: dict[C, str | Promise] = {column: lazy(title, str)(column) for column in swedish}
    names = {name: column for column, name in english.items()}
    names |= {name: column for column, written in swedish.items() for name in written}
    return Headings(names, titles, required)
