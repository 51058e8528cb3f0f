"""The plan in the menu: for people with an account, and for strangers where the plan is open to them."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from handslag.access.people import is_signed_in
from handslag.access.visibility import visible_to
from handslag.navigation.entries import MenuEntry, named
from plan_pages.editions.series import EditionSeries


def is_readable(request: HttpRequest) -> bool:
    """Asked of strangers only; to staff a plan that is not theirs answers as one that is not there."""
    return is_signed_in(request.user) or visible_to(EditionSeries.objects.all(), request.user).exists()


entry = MenuEntry("plan", _("Action plan"), named("plan:in_force"), order=10, shown_to=is_readable)
