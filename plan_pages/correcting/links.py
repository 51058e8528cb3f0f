"""The ways onto the short roads: from the page of an edition and from the start page."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from handslag import clock
from handslag.access.people import Person
from handslag.navigation.entries import named
from handslag.start.shortcuts import Shortcut
from plan_pages.correcting.living import in_force_today, living
from plan_pages.correcting.roles import PREPARERS, PROPOSERS, REVIEWERS
from plan_pages.correcting.rules import holds
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import History


def links_for(user: Person, history: History, edition: Edition) -> list[dict[str, str]]:
    """What this person may begin about this edition; nothing is asked of the database but their roles."""
    today = clock.today()
    links = []
    if address := correction_address(user, history, edition):
        links.append({"title": _("Correct a fact"), "url": address})
    if edition in in_force_today(history, today):
        if holds(user, REVIEWERS):
            address = f"{reverse('currency:review')}?utgava={edition.main}"
            links.append({"title": _("Review whether it is current"), "url": address})
        if holds(user, PREPARERS):
            links.append({"title": _("Enter a repeal"), "url": reverse("repeals:start")})
    return links


def correction_address(user: Person, history: History, edition: Edition) -> str:
    """Where this person proposes a correction of the edition's facts; "" for who may not."""
    if edition in living(history, clock.today()) and holds(user, PROPOSERS):
        return f"{reverse('corrections:start')}?utgava={edition.main}"
    return ""


def is_proposer(request: HttpRequest) -> bool:
    return holds(request.user, PROPOSERS)


correct_a_fact = Shortcut(
    "correct-a-fact",
    gettext_lazy("Correct a fact in the plan"),
    named("corrections:start"),
    gettext_lazy("A number, an address, a contact or a name that is wrong."),
    order=30,
    shown_to=is_proposer,
)
