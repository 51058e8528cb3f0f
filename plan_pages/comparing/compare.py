"""Two documents into one comparison (frontend: Compare). Knows no language of the interface: it can be cached."""

from plan_pages.documents import EditionDocument

from .comparison import Comparison
from .counts import count_commitments, count_sections
from .front import front_changes
from .matching import chapters_of, match_chapters, match_parts
from .sections import section_changes


def compare(before: EditionDocument, after: EditionDocument) -> Comparison:
    chapters_before, chapters_after = chapters_of(before), chapters_of(after)
    chapters = match_chapters(chapters_before, chapters_after)
    parts = match_parts(chapters_before, chapters_after, chapters)
    sections = section_changes(chapters_before, chapters_after, chapters, parts)
    return Comparison(
        language=after.language,
        front=front_changes(before, after),
        sections=sections,
        section_counts=count_sections(sections),
        commitment_counts=count_commitments(sections),
    )
