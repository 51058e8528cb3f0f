"""The one entrance: what in a text may not be saved, and what deserves a second look (design.md §6)."""

from dataclasses import replace

from .characters import plain
from .findings import Finding
from .identity_numbers import find_identity_numbers
from .wordings import find_wordings


def scan(text: str) -> list[Finding]:
    """Everything found in the text, in order; offsets are those of the text as given."""
    bare = plain(text)
    found = [*find_identity_numbers(bare.text), *find_wordings(bare.text)]
    found.sort(key=lambda finding: (finding.start, finding.end))
    return [
        replace(finding, start=bare.origin(finding.start), end=bare.origin(finding.end - 1) + 1)
        for finding in found
    ]


def blocking(text: str) -> list[Finding]:
    """Only what stops a text from being saved."""
    return [finding for finding in scan(text) if finding.is_blocking]
