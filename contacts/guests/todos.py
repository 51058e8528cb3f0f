"""A letter that failed is told to those who invite: the address may be wrong."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from contacts.bodies.meeting import MeetingPage
from contacts.guests.standing import waiting
from handslag.access.people import Person, has_role
from handslag.access.visibility import visible_to
from handslag.start.todos import Todo, TodoSource


def unsent(user: Person) -> Iterator[Todo]:
    """Roles only, no superusers: what everybody owns nobody does. No address stands in a mailed title."""
    if not has_role(user, "coordinator"):
        return
    failed = waiting().filter(failed_at__isnull=False).values("meeting")
    for meeting in visible_to(MeetingPage.objects.filter(pk__in=failed), user).order_by("starts_at", "pk"):
        yield Todo(
            _("A mail to a guest could not be sent: %(meeting)s") % {"meeting": meeting.title},
            reverse("guests:meeting", args=[meeting.pk]),
            detail=_("It is tried again every night. Is the address right?"),
            key=f"guests {meeting.pk}",
            page_id=meeting.pk,
        )


source = TodoSource("guests of meetings", unsent, order=32)
