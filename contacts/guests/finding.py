"""What a private address leads to."""

from django.db.models import Q

from contacts.guests.guest import MeetingGuest
from contacts.guests.standing import holds_until, with_standing
from handslag import clock
from handslag.access.secret_keys import digest_of_secret


def find(secret: str) -> MeetingGuest | None:
    """One answer for unknown, run out and withdrawn, and for a meeting that is gone. Who keeps the body decided that
    the guest may read of it; that the meeting is closed to some takes nothing back."""
    rows = with_standing(MeetingGuest.objects.filter(digest=digest_of_secret(secret), withdrawn_at=None))
    guest = rows.filter(Q(is_there=True)).select_related("meeting").first()
    return guest if guest is not None and clock.today() <= holds_until(guest.meeting) else None
