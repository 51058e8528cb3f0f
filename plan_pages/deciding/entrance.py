"""The way in: in the menu of those who follow matters."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from handslag.navigation.entries import MenuEntry, named
from plan_pages.road.rules import may_see


def follows_matters(request: HttpRequest) -> bool:
    return may_see(request.user)


entry = MenuEntry("decisions", _("Decisions"), named("decisions:matters"), order=11, shown_to=follows_matters)
