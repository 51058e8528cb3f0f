"""A registration that waits stands on the start page of those who may answer it."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.access.people import Person
from handslag.start.todos import Todo
from plan_pages.registration.models import Registration, RegistrationState
from plan_pages.registration.rules import may_confirm, may_see


def waiting_for(user: Person) -> Iterator[Todo]:
    if not may_see(user):
        return
    waiting = Registration.objects.filter(state=RegistrationState.WAITING).select_related("revision")
    for registration in waiting:
        if may_confirm(user, registration):
            yield Todo(
                _("Compare the imported plan with its source"),
                reverse("plan:registration", args=[registration.pk]),
                detail=_("You are the second person; nobody reads it before you have confirmed."),
            )
