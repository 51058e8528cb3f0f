"""What a row of a file would write, in words: the person sees it before anything is saved."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Change:
    """`before`: what it says now, "" where it says nothing."""

    title: str | Promise
    before: str
    after: str


def changes[C: Hashable](
    titles: Mapping[C, str | Promise], before: Mapping[C, str], after: Mapping[C, str]
) -> list[Change]:
    """In the order of the columns. What the file says nothing of is left as it is."""
    return [
        Change(titles[column], before.get(column, ""), after[column])
        for column in titles
        if after.get(column) and after[column] != before.get(column, "")
    ]
