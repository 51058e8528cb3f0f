"""One connection for a run's mails; what fails says whether the next mail can be tried."""

from smtplib import SMTPException, SMTPSenderRefused
from types import TracebackType

from django.core.mail import EmailMessage, mailers
from django.core.mail.backends.base import BaseEmailBackend

# "Service not available, closing": also said by servers that take so and so many mails per connection.
_CLOSING = 421


class NotSentError(Exception):
    """This mail did not go out. Its text is the kind of error only: the error's own holds addresses."""


class NoMailServerError(NotSentError):
    """Nor would any other: trying it once per person would hold everybody up."""


class Outbox:
    def __init__(self) -> None:
        self._mailer: BaseEmailBackend | None = None

    def __enter__(self) -> "Outbox":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._close()

    def open(self) -> BaseEmailBackend:
        """Asked for before anything is claimed. Raises NoMailServerError."""
        if self._mailer is None:
            mailer = mailers.default
            try:
                mailer.open()
            except OSError as error:
                raise NoMailServerError(type(error).__name__) from error
            self._mailer = mailer
        return self._mailer

    def send(self, message: EmailMessage) -> None:
        """Raises NotSentError; the next mail then gets a connection of its own."""
        mailer = self.open()
        try:
            mailer.send_messages([message])
        except (OSError, ValueError) as error:
            self._close()
            kind = NoMailServerError if _concerns_all(error) else NotSentError
            raise kind(type(error).__name__) from error

    def _close(self) -> None:
        mailer, self._mailer = self._mailer, None
        if mailer is not None:
            try:
                mailer.close()
            except OSError:
                # It has gone already; there was nothing more to say to it.
                return


def _concerns_all(error: Exception) -> bool:
    """The server or the sender, and not this one person's address or mailbox."""
    if isinstance(error, SMTPSenderRefused):
        return error.smtp_code != _CLOSING
    return isinstance(error, OSError) and not isinstance(error, SMTPException)
