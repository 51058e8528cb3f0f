"""The text that was sent out as a PDF: for bodies with an address, and for whoever mails it to those without one."""

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from handslag import clock
from plan_pages.deciding.referral_page import seen_matter
from plan_pages.documents import EditionDocument
from plan_pages.pdf import draft_pdf
from plan_pages.road.referral.round import ReferralRound
from plan_pages.road.referral.standing import latest_round, text_sent_out

KEPT = 3600


@never_cache
@require_safe
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Raises Http404 also where the text was taken back: nothing else may go out in its place."""
    standing = latest_round(seen_matter(request.user, pk))
    document = text_sent_out(standing) if standing is not None else None
    if standing is None or document is None:
        raise Http404
    return pdf_answer(request, standing, document)


def pdf_answer(request: HttpRequest, standing: ReferralRound, document: EditionDocument) -> HttpResponse:
    """The text lies in the digest, the day is printed: the two name what is kept."""
    address = request.build_absolute_uri(reverse("plan:in_force"))
    kept_as = f"referral:pdf:{standing.digest}:{clock.today().isoformat()}:{address}"
    found: bytes | None = cache.get(kept_as)
    if found is None:
        found = draft_pdf(document, address=address)
        cache.set(kept_as, found, KEPT)
    response = HttpResponse(found, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="remiss.pdf"'
    return response
