"""Inviting guests to a meeting of a test, and reading what they are mailed."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from email.message import EmailMessage
from typing import Any

type Capture = Callable[..., AbstractContextManager[Any]]


def text_of(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def address_in(message: EmailMessage) -> str:
    """The path of the private address; "" where the letter has none."""
    found = re.search(r"http://testserver(/samverkan/gast/\S+)", text_of(message))
    return found[1] if found else ""


def calendar_of(message: EmailMessage) -> list[str]:
    """The lines of the attached file, unfolded."""
    (part,) = message.iter_attachments()
    assert isinstance(part, EmailMessage)
    assert part.get_filename() == "mote.ics"
    text = str(part.get_content()).replace("\r\n", "\n")
    method = next(line for line in text.splitlines() if line.startswith("METHOD:"))
    assert part.get_param("method") == method.removeprefix("METHOD:")
    return text.replace("\n ", "").splitlines()


def told(message: EmailMessage) -> tuple[str, int]:
    """Method and SEQUENCE."""
    lines = dict(line.split(":", 1) for line in calendar_of(message) if ":" in line)
    return lines["METHOD"], int(lines["SEQUENCE"])
