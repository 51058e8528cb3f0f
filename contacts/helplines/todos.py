"""Helplines that wait for a call: not verified, verified too long ago, or soon to be."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from contacts.helplines import expiry
from contacts.helplines.helpline import Helpline
from contacts.helplines.rules import Standing, is_keeper, standing
from handslag import clock
from handslag.access.people import Person
from handslag.start.todos import Todo


def waiting_for(user: Person) -> Iterator[Todo]:
    if not is_keeper(user):
        return
    today = clock.today()
    for helpline in Helpline.objects.going_on(today):
        now, last = standing(helpline, today), helpline.last_day
        if now == Standing.SHOWN and last is not None and last - today > expiry.SOON:
            continue
        known = last if now != Standing.UNVERIFIED else None
        yield Todo(
            _("Call and verify %(name)s") % {"name": helpline.name},
            reverse("contacts_helplines:verify", args=[helpline.pk]),
            due=known,
            detail=_("Until then the public still sees it.")
            if now == Standing.SHOWN
            else _("It is hidden from the public."),
            # A line that was verified and ran out is another matter than one that never was.
            key=f"{helpline.pk} {known or 'unverified'}",
        )
