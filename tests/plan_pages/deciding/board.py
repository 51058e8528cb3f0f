"""A plan before the board, and its recorder at the pages under /beslut/."""

import datetime
import html
import re
from typing import Any

from django.contrib.messages import get_messages
from django.test import Client
from django.utils.translation import gettext, override

from handslag import clock
from plan_pages.documents import EditionDocument, Place
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.matter import Matter
from tests.support import plans, roads
from tests.support.factories import make_site

TODAY = datetime.date(2026, 3, 2)
# Half past nine where the municipality is.
FROZEN = datetime.datetime(2026, 2, 2, 8, 30, tzinfo=datetime.UTC)
BJORK = Place(code="9901", name="Björkmarks kommun")
ASPNAS = Place(code="9902", name="Aspnäs kommun")


def decided_plan() -> ActionPlanPage:
    """Edition 1 is decided; a second is to come."""
    make_site()
    page = plans.plan_page()
    plans.adopt(page)
    return page


def second_text(*places: Place, **fields: Any) -> EditionDocument:
    return plans.document(4, municipalities=places or (BJORK,), **fields)


def before_board(*places: Place, text: EditionDocument | None = None) -> Matter:
    """By one who wrote and another who reviewed. Frozen in February."""
    for place in places:
        plans.municipality(place.code, place.name)
    page = decided_plan()
    with clock.set_to(FROZEN):
        return roads.at_board(
            page, roads.person("editor"), roads.person("reviewer"), text or second_text(*places)
        )


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def recorder(role: str = "board_secretary", **fields: Any) -> Client:
    return signed_in(roads.person(role, **fields))


def typed(matter: Matter, **changes: Any) -> dict[str, Any]:
    """What a recorder types into the form; None leaves a field out."""
    fields = {
        **{key: str(value) for key, value in roads.decision().items()},
        "seen": matter.digest,
        "reason": "",
        **changes,
    }
    return {name: value for name, value in fields.items() if value is not None}


def address(matter: Matter, page: str = "beslut") -> str:
    return f"/beslut/{matter.pk}/{page}/"


def send(client: Client, matter: Matter, **changes: Any) -> Any:
    """The last step: the confirmation, with everything it carries."""
    return client.post(address(matter), typed(matter, step="confirm", **changes))


def carried(page: str) -> dict[str, str]:
    """The fields of a confirmation, as a browser would send them on."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page)
    return {name: html.unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def read(answer: Any) -> str:
    """The words of a page."""
    return html.unescape(answer.content.decode())


def said(answer: Any) -> str:
    """The messages that the next page will show."""
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def sv(message: str, **words: Any) -> str:
    """One of our sentences as the pages say it, whether the catalogue has it already or not."""
    with override("sv"):
        return gettext(message) % words
