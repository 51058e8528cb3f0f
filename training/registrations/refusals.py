"""Why something cannot be done with a registration: one kind per reason, each with its sentence for the person."""

import datetime
from typing import ClassVar

from django.utils.dateformat import format as formatted
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class RegistrationRefusedError(Exception):
    """Nothing was changed. `sentence` says what, where and what to do, in the language that is active."""

    reason: ClassVar[str | Promise] = ""

    @property
    def sentence(self) -> str:
        return str(self.reason)


class NotOpenYetError(RegistrationRefusedError):
    def __init__(self, opens_at: datetime.datetime | None = None) -> None:
        super().__init__()
        self.opens_at = opens_at

    @property
    def sentence(self) -> str:
        if self.opens_at is None:
            return _("Registration is not open: the occasion has not been announced yet.")
        return _("Registration is not open yet; it opens on %(moment)s. Come back then.") % {
            "moment": moment_in_words(self.opens_at)
        }


class ClosedError(RegistrationRefusedError):
    def __init__(self, deadline: datetime.datetime) -> None:
        super().__init__()
        self.deadline = deadline

    @property
    def sentence(self) -> str:
        return _(
            "Registration closed on %(moment)s. Ask the contact of the occasion, or choose another one."
        ) % {"moment": moment_in_words(self.deadline)}


class BegunError(RegistrationRefusedError):
    reason = gettext_lazy("The occasion has begun, so nothing can be changed here any more. Ask its contact.")


class CalledOffError(RegistrationRefusedError):
    reason = gettext_lazy("The occasion is cancelled. Choose another one in the training catalogue.")


class OfferRanOutError(RegistrationRefusedError):
    """Whether somebody waited is nothing that the person is told."""

    def __init__(self, *, may_register: bool) -> None:
        super().__init__()
        self.may_register = may_register

    @property
    def sentence(self) -> str:
        over = _("The time to accept the place is over, and the place is offered to others.")
        return (
            f"{over} {_('You can register anew if you still want to come.')}" if self.may_register else over
        )


class NothingOfferedError(RegistrationRefusedError):
    reason = gettext_lazy("No place is offered to you at the moment. You keep your place in the queue.")


class EndedError(RegistrationRefusedError):
    reason = gettext_lazy(
        "The registration is cancelled already. Register again if you want to come after all."
    )


class NotBegunError(RegistrationRefusedError):
    reason = gettext_lazy("Attendance is taken when the occasion has begun; nothing was marked.")


class NotHeldError(RegistrationRefusedError):
    reason = gettext_lazy("The occasion was cancelled, so no attendance is taken; nothing was marked.")


class NotExpectedError(RegistrationRefusedError):
    reason = gettext_lazy("Nothing was marked: the person has cancelled, or there is no free place.")


def moment_in_words(moment: datetime.datetime) -> str:
    """Local time; the month as a word."""
    return formatted(localtime(moment), "j F Y H:i")
