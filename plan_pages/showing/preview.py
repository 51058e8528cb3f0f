"""The draft in the editor's preview: the same parts as the reading page, and words that say it is not decided."""

from typing import Any

from plan_pages.comparing import compare
from plan_pages.documents import EditionDocument
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import EditionKind
from plan_pages.editions.series import EditionSeries
from plan_pages.seal.texts import document_of
from plan_pages.showing.document import rendered
from plan_pages.showing.standing import label_of


def preview_context(
    document: EditionDocument, series: EditionSeries | None, *, with_changes: bool
) -> dict[str, Any]:
    latest = _latest(series) if with_changes and series is not None else None
    if latest is None:
        body, since = rendered(document), ""
    else:
        since = label_of(latest).lower()
        body = rendered(document, compare(document_of(latest), document), since)
    return {"document": document, "body": body, "since": since, "wants_changes": with_changes}


def _latest(series: EditionSeries) -> Edition | None:
    editions = Edition.objects.filter(series=series).exclude(kind=EditionKind.REPEAL).select_related("series")
    return editions.order_by("-main", "-correction").first()
