"""The decision pack as a file: built from the rows each time, it takes a fraction of a second."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from plan_pages.deciding.doors import for_a_matter
from plan_pages.deciding.pack_parts import proposals_part, referral_part
from plan_pages.deciding.packing import PACKED, assembled
from plan_pages.pdf import pack_pdf
from plan_pages.proposals.of_matter import proposals_of
from plan_pages.road.matter import Matter
from plan_pages.road.referral.summary import referral_summary


@for_a_matter
@require_safe
def pack(request: HttpRequest, matter: Matter) -> HttpResponse:
    """Raises Http404 where no text is put forward."""
    if matter.stage not in PACKED:
        raise Http404
    try:
        content = pack_pdf(
            assembled(
                matter,
                _address(request, matter.pk),
                referral=referral_part(referral_summary(matter)),
                proposals=proposals_part(proposals_of(matter)),
            )
        )
    except ValidationError as moved:
        messages.error(request, " ".join(moved.messages))
        return redirect("decisions:matter", matter.pk)
    response = HttpResponse(content, content_type="application/pdf")
    name = slugify(matter.registry_number.replace("/", "-")) or str(matter.pk)
    response["Content-Disposition"] = f'inline; filename="beslutsunderlag-{name}.pdf"'
    return response


def _address(request: HttpRequest, pk: int) -> str:
    return request.build_absolute_uri(reverse("decisions:matter", args=[pk]))
