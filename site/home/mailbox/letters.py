"""Reads the folder into which Django's file backend writes: one file per connection, several letters in each."""

import datetime
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.utils import timezone

MOST_FILES, MOST_LETTERS = 200, 50
LARGEST_FILE = 1_000_000
# What the file backend writes below each letter.
_RULE = b"-" * 79


@dataclass(frozen=True)
class Letter:
    subject: str
    recipients: str
    sender: str
    sent_at: datetime.datetime | None
    text: str


def letters(folder: Path) -> list[Letter]:
    """Latest first. What cannot be read is left out: the folder is the demo's and nobody's archive."""
    if not folder.is_dir():
        return []
    files = sorted((path for path in folder.glob("*.log") if path.is_file()), reverse=True)[:MOST_FILES]
    found = [letter for path in files for letter in _letters_in(path)]
    oldest = datetime.datetime.min.replace(tzinfo=datetime.UTC)
    return sorted(found, key=lambda letter: letter.sent_at or oldest, reverse=True)[:MOST_LETTERS]


def _letters_in(path: Path) -> list[Letter]:
    if path.stat().st_size > LARGEST_FILE:
        return []
    parts = path.read_bytes().split(_RULE)
    return [_letter(part.lstrip(b"\r\n")) for part in parts if part.strip()]


def _letter(raw: bytes) -> Letter:
    message = message_from_bytes(raw, policy=policy.default)
    return Letter(
        subject=str(message["subject"] or ""),
        recipients=str(message["to"] or ""),
        sender=str(message["from"] or ""),
        sent_at=_date(str(message["date"] or "")),
        text=_text(message),
    )


def _text(message: EmailMessage) -> str:
    body = message.get_body(preferencelist=("plain",))
    return str(body.get_content()).strip() if body is not None else ""


def _date(value: str) -> datetime.datetime | None:
    try:
        found = parsedate_to_datetime(value)
    except ValueError:
        return None
    return found if timezone.is_aware(found) else timezone.make_aware(found, datetime.UTC)
