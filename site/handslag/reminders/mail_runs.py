"""Letters of the apps' own, to people without an account; `send_reminders` sends what of them has not gone out."""

from collections.abc import Callable
from dataclasses import dataclass

from handslag.registry import Registry


@dataclass(frozen=True)
class Sent:
    sent: int
    unsent: int


@dataclass(frozen=True)
class MailRun:
    """`send` mails what waits, logs what fails, and may be run at any time and again."""

    name: str
    send: Callable[[], Sent]
    order: int = 100


mail_runs = Registry[MailRun]("Mail run")
