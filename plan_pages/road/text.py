"""The text at stake: exactly what was submitted, or nothing."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Revision

from plan_pages.documents import EditionDocument
from plan_pages.documents.canonical import digest_of
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import EditionKind
from plan_pages.editions.series import EditionSeries
from plan_pages.road.matter import Matter, Stage
from plan_pages.seal.sealing import decided_document, page_of
from plan_pages.seal.texts import document_of


class TextMovedError(ValidationError):
    """What is there is not what was submitted: nobody approves or adopts it."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The text is no longer the one that was submitted; take it back to drafting and submit it anew."
            )
        )


def digest_of_text(document: EditionDocument) -> str:
    """64 hexadecimal digits over everything that would be decided, linked files by their content."""
    return digest_of(document.model_dump(mode="json"))


def text_of(revision: Revision | None) -> EditionDocument:
    """Raises TextMovedError where the revision is gone."""
    document = decided_document(revision)
    if document is None:
        raise TextMovedError
    return document


def latest_revision(series: EditionSeries) -> Revision | None:
    """The draft as it was saved last; None where the workbench is gone."""
    page = series.page
    return page.latest_revision if page is not None else None


def text_at_stake(matter: Matter) -> EditionDocument:
    """Raises TextMovedError where the revision is gone or says something else by now."""
    document = text_of(matter.revision)
    if digest_of_text(document) != matter.digest:
        raise TextMovedError
    return document


def current_text(matter: Matter) -> EditionDocument | None:
    """What the matter is about as it stands: the draft, the text at stake, or what was sealed. None: no draft yet.

    Raises TextMovedError.
    """
    if matter.edition is not None:
        return document_of(matter.edition)
    if matter.stage in (Stage.DRAFTING, Stage.AMENDING):
        revision = latest_revision(matter.series)
        return text_of(revision) if revision is not None else None
    if matter.stage == Stage.CLOSED and matter.revision is None:
        return None
    return text_at_stake(matter)


def unfinished_at_stake(matter: Matter) -> list[str]:
    """What the page itself says is missing. Raises TextMovedError where its revision is gone."""
    if matter.revision is None:
        raise TextMovedError
    sentences: list[str] = page_of(matter.revision).unfinished()
    return sentences


def base_edition(series: EditionSeries) -> Edition | None:
    """What a draft is compared with: the latest text that was decided, with its corrections."""
    editions = Edition.objects.filter(series=series).exclude(kind=EditionKind.REPEAL).select_related("series")
    return editions.order_by("-main", "-correction").first()
