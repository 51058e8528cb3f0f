"""The counts in words, each with the anchor of the first that it counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import ngettext_lazy

from .section_change import CommitmentCounts, SectionChange, SectionCounts

SECTIONS: dict[str, Any] = {
    "changed": ngettext_lazy("%(count)d changed section", "%(count)d changed sections", "count"),
    "new": ngettext_lazy("%(count)d new section", "%(count)d new sections", "count"),
    "removed": ngettext_lazy("%(count)d removed section", "%(count)d removed sections", "count"),
    "moved": ngettext_lazy("%(count)d moved section", "%(count)d moved sections", "count"),
    "renumbered": ngettext_lazy("%(count)d renumbered section", "%(count)d renumbered sections", "count"),
    "unchanged": ngettext_lazy("%(count)d unchanged section", "%(count)d unchanged sections", "count"),
}
COMMITMENTS: dict[str, Any] = {
    "changed_text": ngettext_lazy(
        "%(count)d commitment with changed text", "%(count)d commitments with changed text", "count"
    ),
    "changed_obligation": ngettext_lazy(
        "%(count)d commitment with changed obligation",
        "%(count)d commitments with changed obligation",
        "count",
    ),
    "changed_function": ngettext_lazy(
        "%(count)d commitment with another accountable function",
        "%(count)d commitments with another accountable function",
        "count",
    ),
    "new": ngettext_lazy("%(count)d new commitment", "%(count)d new commitments", "count"),
    "removed": ngettext_lazy("%(count)d removed commitment", "%(count)d removed commitments", "count"),
    "moved": ngettext_lazy("%(count)d moved commitment", "%(count)d moved commitments", "count"),
    "unchanged": ngettext_lazy("%(count)d unchanged commitment", "%(count)d unchanged commitments", "count"),
}


@dataclass(frozen=True, slots=True)
class Tally:
    """`anchor` "" where nothing needs to be looked at."""

    kind: str
    text: str
    anchor: str = ""


def tally_of_sections(counts: SectionCounts, sections: Sequence[SectionChange]) -> list[Tally]:
    anchors = {kind: found.change_anchor for found in reversed(sections) for kind in found.kinds}
    return _tally(SECTIONS, counts, anchors)


def tally_of_commitments(counts: CommitmentCounts, sections: Sequence[SectionChange]) -> list[Tally]:
    lines = [line for found in sections for line in found.lines]
    anchors = {kind: line.change_anchor for line in reversed(lines) for kind in line.kinds_of_commitment}
    return _tally(COMMITMENTS, counts, anchors)


def _tally(
    words: dict[str, Any], counts: SectionCounts | CommitmentCounts, anchors: dict[str, str]
) -> list[Tally]:
    return [
        Tally(kind, str(words[kind] % {"count": count}), anchors.get(kind, ""))
        for kind in words
        if (count := getattr(counts, kind))
    ]
