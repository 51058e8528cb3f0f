"""The mail: one per person for everything that is due. A thing's title and day, nothing else about it; of what a page
for certain roles says, not even the title."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from handslag.access.visibility import narrowed_numbers
from handslag.reminders.addressees import address_of
from handslag.reminders.outstanding import Outstanding
from handslag.start.todos import Todo

WORDLESS = _("Something on a page for certain roles")


@dataclass(frozen=True)
class Line:
    todo: Todo
    title: str
    address: str


def letter(person: Any, found: Outstanding) -> EmailMessage:
    """In the language that is active (addressees.speaking_to)."""
    language = get_language()
    start = _absolute("/" if language == settings.LANGUAGE_CODE else f"/{language}/")
    context = {
        "site_name": settings.WAGTAIL_SITE_NAME,
        "lines": _lines(found.todos, start),
        "waiting": found.waiting,
        "others": found.others,
        "start": start,
    }
    return EmailMessage(
        " ".join(render_to_string("handslag/reminders/subject.txt", context).split()),
        render_to_string("handslag/reminders/message.txt", context),
        to=[address_of(person)],
        # RFC 3834: no "I am on holiday" comes back.
        headers={"Auto-Submitted": "auto-generated"},
    )


def _lines(todos: list[Todo], start: str) -> list[Line]:
    """An address of a page holds its title too: what is kept out leads to the start page, where it stands in words."""
    wordless = narrowed_numbers(todo.page_id for todo in todos)
    return [
        Line(todo, str(WORDLESS), start)
        if todo.page_id in wordless
        else Line(todo, " ".join(str(todo.title).split()), _absolute(todo.url))
        for todo in todos
    ]


def _absolute(url: str) -> str:
    return urljoin(f"{settings.WAGTAILADMIN_BASE_URL}/", url)
