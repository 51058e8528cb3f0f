"""How much changed, for the summary that stands first."""

from collections import Counter
from collections.abc import Sequence

from .section_change import CommitmentCounts, SectionChange, SectionCounts


def count_sections(sections: Sequence[SectionChange]) -> SectionCounts:
    counts = Counter(kind for found in sections for kind in found.kinds)
    counts["unchanged"] = sum(found.unchanged for found in sections)
    return SectionCounts(**counts)


def count_commitments(sections: Sequence[SectionChange]) -> CommitmentCounts:
    """What left for another section is counted there, not as gone."""
    lines = [line for found in sections for line in found.lines if line.kind == "commitment"]
    counts = Counter(kind for line in lines for kind in line.kinds_of_commitment)
    counts["unchanged"] = sum(line.unchanged for line in lines)
    return CommitmentCounts(**counts)
