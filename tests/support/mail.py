"""A real SMTP server on the loopback: that mail leaves, and what happens when it cannot."""

import email
import email.policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.support.guarded import free_port

DEAD_MAIL_SERVER = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {"host": "127.0.0.1", "port": 1, "timeout": 1},
    }
}


class MailSink:
    """Keeps every message it is handed; addresses named in `refuse` are turned away, with this answer."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.refused: dict[str, str] = {}
        self._controller = Controller(self, hostname="127.0.0.1", port=free_port())

    @property
    def url(self) -> str:
        """As EMAIL_URL wants it."""
        return f"smtp://127.0.0.1:{self._controller.port}"

    @property
    def options(self) -> dict[str, object]:
        """As one entry of MAILERS wants them."""
        return {"host": "127.0.0.1", "port": self._controller.port, "timeout": 5}

    @property
    def mailers(self) -> dict[str, object]:
        """The setting that leads mail here."""
        return {
            "default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": self.options}
        }

    def refuse(self, address: str, answer: str = "550 No such person here") -> None:
        self.refused[address] = answer

    def __enter__(self) -> "MailSink":
        self._controller.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._controller.stop()

    async def handle_RCPT(  # noqa: N802 -- aiosmtpd finds its hooks by name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 -- as above
        content = envelope.content or b""
        raw = content if isinstance(content, bytes) else content.encode()
        message = email.message_from_bytes(raw, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        self.messages.append(message)
        return "250 Taken"
