"""The PDF of an edition, from its sealed rows."""

from plan_pages.documents import EditionDocument
from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import EditionKind
from plan_pages.pdf import edition_pdf
from plan_pages.seal.heads import head_of
from plan_pages.seal.texts import document_of, proved_leaves_of


def edition_as_pdf(edition: Edition, address: str) -> bytes:
    """`address` is where one sees what is in force today; the same bytes every time. Raises BrokenSealError."""
    leaves = proved_leaves_of(edition)
    head = head_of(edition, Decision.objects.filter(edition=edition), (leaf.digest for leaf in leaves))
    if edition.kind == EditionKind.REPEAL:
        document = EditionDocument(kind="action_plan", language=edition.language, title=edition.title)
    else:
        document = document_of(edition)
    return edition_pdf(head, document, address=address, replaces=_replaced(edition))


def _replaced(edition: Edition) -> str:
    """The number of the edition that this one takes the place of, "" for the first."""
    earlier = Edition.objects.filter(series=edition.series).exclude(pk=edition.pk)
    numbers = [one.number for one in earlier if one.number < edition.number]
    return str(max(numbers)) if numbers else ""
