"""Inviting a guest, taking an invitation back, sending it anew. Who may: who keeps the body and sees the meeting."""

from django.db import transaction

from contacts.bodies.keepers import may_keep_body
from contacts.bodies.meeting import MeetingPage
from contacts.functions.function import Function
from contacts.guests.guest import MeetingGuest
from contacts.guests.sending import send_soon
from contacts.guests.standing import free_to_claim, takes_guests
from contacts.organisations.organisation import Organisation
from handslag import clock
from handslag.access.people import Person
from handslag.access.visibility import may_see
from handslag.forms.moved_on import MovedOnError

# Not what a letter on its way writes.
ANEW = frozenset(
    {"function", "organisation", "invited_at", "withdrawn_at", "told_of", "is_called_off", "mailed_at"}
)


@transaction.atomic
def invite(
    meeting: MeetingPage,
    user: Person,
    email: str,
    function: Function | None,
    organisation: Organisation | None,
) -> tuple[MeetingGuest, bool]:
    """The guest, and whether a letter goes out: what is sent twice is one invitation. Somebody whose invitation was
    taken back is invited anew. Raises PermissionError, MovedOnError, PersonalDataFound."""
    meeting = _locked(meeting, user)
    if not takes_guests(meeting):
        raise MovedOnError
    address = email.strip().lower()
    guest = MeetingGuest.objects.filter(meeting=meeting, email=address).first()
    if guest is not None and guest.withdrawn_at is None:
        return guest, False
    if guest is None:
        guest = MeetingGuest(meeting=meeting, email=address, function=function, organisation=organisation)
        guest.save()
    else:
        guest = _without_letter(guest)
        guest.function, guest.organisation = function, organisation
        guest.invited_at, guest.withdrawn_at = clock.now(), None
        _expects_letter(guest)
        guest.save(update_fields=ANEW)
    send_soon()
    return guest, True


@transaction.atomic
def withdraw(meeting: MeetingPage, user: Person, pk: int) -> None:
    """The address is shut at once; who was told is told again. Raises PermissionError, MovedOnError."""
    guest = _standing(_locked(meeting, user), pk)
    guest.withdrawn_at, guest.digest = clock.now(), None
    guest.save(update_fields=["withdrawn_at", "digest"])
    send_soon()


@transaction.atomic
def renew(meeting: MeetingPage, user: Person, pk: int) -> None:
    """The invitation once more, with an address that shuts the one before. Raises as `invite`."""
    meeting = _locked(meeting, user)
    if not takes_guests(meeting):
        raise MovedOnError
    guest = _without_letter(_standing(meeting, pk))
    _expects_letter(guest)
    guest.digest = None
    guest.save(update_fields=["told_of", "is_called_off", "mailed_at", "digest"])
    send_soon()


def _expects_letter(guest: MeetingGuest) -> None:
    """Who was told last that it is off need not be told again, should it be off before this letter goes out."""
    if guest.is_called_off:
        guest.mailed_at = None
    guest.told_of, guest.is_called_off = None, False


def _locked(meeting: MeetingPage, user: Person) -> MeetingPage:
    if not may_keep_body(user) or not may_see(user, meeting):
        raise PermissionError
    found: MeetingPage = MeetingPage.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    return found


def _standing(meeting: MeetingPage, pk: int) -> MeetingGuest:
    guest = MeetingGuest.objects.filter(pk=pk, meeting=meeting, withdrawn_at=None).exclude(email="").first()
    if guest is None:
        raise MovedOnError
    return guest


def _without_letter(guest: MeetingGuest) -> MeetingGuest:
    """The row, held. While a letter is being written it would be taken for the new one: what it remembers when it is
    sent would lie over what is asked for now."""
    row = MeetingGuest.objects.select_for_update().filter(free_to_claim(), pk=guest.pk).first()
    if row is None:
        raise MovedOnError
    return row
