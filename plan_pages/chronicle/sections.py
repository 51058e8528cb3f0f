"""What a section is called, for entries that name it by its id: from sealed parts, else from the draft."""

from collections.abc import Iterable
from functools import cached_property

from plan_pages.chronicle.chapters import Chapter
from plan_pages.chronicle.entry import Entry
from plan_pages.documents import Section
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import History
from plan_pages.editions.kinds import EditionKind
from plan_pages.editions.leaf import EditionLeaf
from plan_pages.road.text import latest_revision, text_of
from plan_pages.seal.broken import BrokenSealError
from plan_pages.seal.redacting import is_signed
from plan_pages.seal.texts import is_redacted, is_whole


class Sections:
    """Titles for these entries and no others: two questions to the database, none where no entry names a section."""

    def __init__(self, history: History, told: Iterable[tuple[Chapter, Entry]]) -> None:
        self._history = history
        self._with_text = [one for one in history.editions if one.kind != EditionKind.REPEAL]
        self._named = [(chapter, entry) for chapter, entry in told if entry.section]

    def title_of(self, chapter: Chapter, entry: Entry) -> str:
        """ "" where no text that is at hand has the section."""
        if not entry.section:
            return ""
        for edition in self._texts_for(chapter, entry):
            if title := self._sealed.get((edition.pk, entry.section)):
                return title
        return self._drafted.get(entry.section, "")

    def _texts_for(self, chapter: Chapter, entry: Entry) -> list[Edition]:
        """The text that came of it, then the one it began with; while it is under way, the newest there is."""
        edition = entry.edition or chapter.edition
        until = (
            self._with_text
            if edition is None
            else [one for one in self._with_text if one.sequence <= edition.sequence]
        )
        return until[:-3:-1]

    @cached_property
    def _sealed(self) -> dict[tuple[object, str], str]:
        editions = {one.pk: one for chapter, entry in self._named for one in self._texts_for(chapter, entry)}
        if not editions:
            return {}
        leaves = EditionLeaf.objects.filter(
            edition__in=list(editions), section__in={entry.section for _chapter, entry in self._named}
        ).select_related("redaction")
        return {
            (leaf.edition_id, leaf.section): _title_in(leaf, editions[leaf.edition_id])
            for leaf in leaves.order_by()
        }

    @cached_property
    def _drafted(self) -> dict[str, str]:
        revision = latest_revision(self._history.series)
        return {one.id: one.title for one in text_of(revision).sections} if revision is not None else {}


def _title_in(leaf: EditionLeaf, edition: Edition) -> str:
    """Raises BrokenSealError for a part that is not the sealed one."""
    if not (is_signed(leaf.redaction) if is_redacted(leaf) else is_whole(leaf)):
        raise BrokenSealError(edition, f"part {leaf.position}")
    body = leaf.redaction.body if is_redacted(leaf) else leaf.body
    try:
        section = Section.model_validate_json(body)
    except ValueError as broken:
        raise BrokenSealError(edition, f"part {leaf.position}") from broken
    if section.id != leaf.section:
        raise BrokenSealError(edition, f"part {leaf.position}")
    return section.title
