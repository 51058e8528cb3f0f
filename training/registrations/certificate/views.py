"""The certificate, for who came and for those who arrange."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language

from training.catalogue.doors import for_readers
from training.occasions.reading import in_readers_language
from training.occasions.rules import may_organise
from training.registrations.certificate.certificate_file import certificate
from training.registrations.kinds import RegistrationState
from training.registrations.registration import Registration


@for_readers
def certificate_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Raises Http404 for somebody else's, and where the person did not come."""
    rows = Registration.objects.select_related("occasion__course__organiser", "person", "unit")
    came = rows.filter(state=RegistrationState.ATTENDED, person__isnull=False)
    if not may_organise(request.user):
        came = came.filter(person=request.user.pk)
    found = get_object_or_404(came, pk=pk)
    in_readers_language([found.occasion], request.user)
    response = HttpResponse(certificate(found, get_language() or ""), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="intyg-{found.pk}.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response
