"""A board member's opinion on the text: left or replaced from the matter's page, where the workflow asks for them."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from handslag.privacy.forms import ScannedFormMixin
from plan_pages.deciding.doors import for_a_matter
from plan_pages.deciding.names import name_of_matter
from plan_pages.road.matter import Matter
from plan_pages.road.opinion import Stance
from plan_pages.workflow import doors

ANCHOR = "standpunkter"


class OpinionForm(ScannedFormMixin, forms.Form):
    scan_exempt = {"seen": "made by the program"}

    seen = forms.CharField(widget=forms.HiddenInput)
    stance = forms.ChoiceField(
        label=_lazy("Your opinion"),
        choices=Stance.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Choose whether you endorse the text or advise against it.")},
    )
    text = forms.CharField(
        label=_lazy("Why"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        help_text=_lazy("Needed where you advise against the text. Read by those who work with the matter."),
    )


@for_a_matter
@require_http_methods(["GET", "HEAD", "POST"])
def opine(request: HttpRequest, matter: Matter) -> HttpResponse:
    """The form itself stands on the matter's page."""
    back = f"{reverse('decisions:matter', args=[matter.pk])}#{ANCHOR}"
    if request.method != "POST":
        return redirect(back)
    form = OpinionForm(request.POST)
    if form.is_valid():
        try:
            doors.act(matter, request.user, "opine", **form.cleaned_data)
        except PermissionDenied as barred:
            messages.error(request, str(barred))
            return redirect(back)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Your opinion is there for the board to read; you can replace it."))
            return redirect(back)
    context = {"matter": matter, "title": name_of_matter(matter), "form": form}
    return TemplateResponse(request, "plan_pages/deciding/opinion.html", context, status=422)
