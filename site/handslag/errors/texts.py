"""What an error page says: what is wrong and what to do, and no more than that."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class ErrorText:
    """The words for one status."""

    title: str | Promise
    text: str | Promise
    advice: str | Promise


BAD_REQUEST = ErrorText(
    _("The address or the form could not be read"),
    _("Something in what the browser sent was not as it should be."),
    _("Go back, reload the page and try again."),
)
FORBIDDEN = ErrorText(
    _("You may not do this"),
    _("Your account does not have the right that is needed here."),
    _("Ask the person who keeps the page, or your administrator, if you need it in your work."),
)
FORM_EXPIRED = ErrorText(
    _("The form could not be sent"),
    _("It had been open too long, or you have signed in or out since you opened it."),
    _("Go back, copy what you wrote, reload the page and send it again."),
)
NOT_FOUND = ErrorText(
    _("The page could not be found"),
    _("It may have been moved or removed, or the address may be misspelt."),
    _("Check the address, or search for what you were looking for."),
)
SERVER_ERROR = ErrorText(
    _("Something went wrong with us"),
    _("The page could not be shown, and the fault is not yours."),
    _("Try again in a while. If it happens again, tell your administrator the error number below."),
)
