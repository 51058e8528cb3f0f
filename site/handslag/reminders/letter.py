"""The mail: one per person for everything that is due. A thing's title and day, nothing else about it."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import get_language

from handslag.reminders.addressees import address_of
from handslag.reminders.outstanding import Outstanding
from handslag.start.todos import Todo


@dataclass(frozen=True)
class Line:
    todo: Todo
    title: str
    address: str


def letter(person: Any, found: Outstanding) -> EmailMessage:
    """In the language that is active (addressees.speaking_to)."""
    language = get_language()
    context = {
        "site_name": settings.WAGTAIL_SITE_NAME,
        "lines": [Line(todo, " ".join(str(todo.title).split()), _absolute(todo.url)) for todo in found.todos],
        "waiting": found.waiting,
        "others": found.others,
        "start": _absolute("/" if language == settings.LANGUAGE_CODE else f"/{language}/"),
    }
    return EmailMessage(
        " ".join(render_to_string("handslag/reminders/subject.txt", context).split()),
        render_to_string("handslag/reminders/message.txt", context),
        to=[address_of(person)],
        # RFC 3834: no "I am on holiday" comes back.
        headers={"Auto-Submitted": "auto-generated"},
    )


def _absolute(url: str) -> str:
    return urljoin(f"{settings.WAGTAILADMIN_BASE_URL}/", url)
