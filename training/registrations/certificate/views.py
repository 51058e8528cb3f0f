"""The certificate, for who came and for those who arrange."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language

from training.catalogue.doors import for_readers
from training.occasions.reading import in_readers_language
from training.occasions.rules import organised_occasions
from training.registrations.certificate.certificate_file import certificate
from training.registrations.registration import Registration
from training.registrations.rules import has_taken_part


@for_readers
def certificate_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Raises Http404 for somebody else's, and before the person has taken part."""
    rows = Registration.objects.select_related("occasion__course__organiser", "person", "unit")
    theirs = Q(person=request.user.pk) | Q(occasion__in=organised_occasions(request.user))
    found = get_object_or_404(rows.filter(has_taken_part(), theirs, person__isnull=False), pk=pk)
    in_readers_language([found.occasion], request.user)
    response = HttpResponse(certificate(found, get_language() or ""), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="intyg-{found.pk}.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response
