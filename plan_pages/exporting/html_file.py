"""The text of an edition as one HTML file that needs nothing else."""

from django.template.loader import render_to_string

from plan_pages.documents import EditionDocument
from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.seal.texts import document_of, proved_leaves_of
from plan_pages.showing.document import rendered
from plan_pages.showing.facts import facts_of
from plan_pages.showing.standing import label_of


def edition_as_html(edition: Edition) -> str:
    """Raises BrokenSealError."""
    document: EditionDocument | None = document_of(edition) if proved_leaves_of(edition) else None
    context = {
        "edition": edition,
        "label": label_of(edition),
        "facts": facts_of(edition, Decision.objects.filter(edition=edition)),
        "body": rendered(document, is_file=True) if document else "",
    }
    return render_to_string("plan_pages/exporting/edition.html", context)
