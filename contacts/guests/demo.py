"""A guest of the demo council's next meeting, invited and told; nothing is mailed."""

from contacts.bodies.kinds import MeetingState
from contacts.bodies.meeting import MeetingPage
from contacts.guests.guest import MeetingGuest
from contacts.organisations.organisation import Organisation
from handslag import clock

COMES_FOR = "Asylboendet Granliden"


def load_guests() -> None:
    """What is there stays as somebody may have changed it."""
    planned = MeetingPage.objects.filter(
        locale__language_code="sv", state=MeetingState.PLANNED, starts_at__gt=clock.now()
    )
    meeting = planned.order_by("starts_at", "pk").first()
    organisation = Organisation.objects.filter(name=COMES_FOR).first()
    if meeting is None or organisation is None or MeetingGuest.objects.exists():
        return
    MeetingGuest.objects.create(
        meeting=meeting,
        email="gast@granliden.test",
        organisation=organisation,
        told_of=meeting.sequence,
        ics_sequence=meeting.sequence,
        mailed_at=clock.now(),
    )
