"""A plan in force, and what people at their desks do: open a page, fill in its form, send it."""

import html
import re
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import gettext

from plan_pages.correcting.correction.models import Correction
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from tests.support import plans, roads
from tests.support.factories import make_site
from tests.support.once import anew, once

CORRECT = "/handlingsplan/ratta/"
REPEAL = "/handlingsplan/upphav/"
REVIEW = "/handlingsplan/aktualitet/"
NEW = "010-111 22 33"
WRONG = "010-000 00 00"


def in_force() -> ActionPlanPage:
    """Edition 1, in force since the first day."""
    make_site()
    page = plans.plan_page()
    plans.adopt(page)
    return page


decided = once(in_force)


@pytest.fixture
def page(decided: ActionPlanPage) -> ActionPlanPage:
    """Modules that use it name `decided`, too."""
    return anew(decided)


@pytest.fixture
def editor() -> Any:
    return roads.person("editor", name="Edit Redaktör")


@pytest.fixture
def secretary() -> Any:
    return roads.person("board_secretary", name="Sixten Sekreterare")


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def said(sentence: str, **values: Any) -> str:
    """The sentence as the site says it, as it stands in a page."""
    return html.escape(gettext(sentence) % values if values else gettext(sentence), quote=True)


def text_of(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def form_data(client: Client, address: str, name: str = "form") -> dict[str, Any]:
    """What a browser would send back of the form on this page, untouched."""
    form = client.get(address).context[name]
    return {field.html_name: "" if field.value() is None else field.value() for field in form}


def field_of(section: str, part: str = "value") -> str:
    return f"{plans.key(f'{section}/uppgift')}-{part}"


def sent(client: Client, address: str = CORRECT, **changes: Any) -> Any:
    """A correction of the number in section 1, unless the changes say otherwise."""
    data = form_data(client, address) | {"reason": "Numret är fel."}
    return client.post(address, data | (changes or {field_of("avsnitt 1"): NEW}))


def proposed(user: Any, address: str = CORRECT, **changes: Any) -> Correction:
    response = sent(signed_in(user), address, **changes)
    assert response.status_code == 302, text_of(response)
    return Correction.objects.get(state="waiting")


def page_of(correction: Correction) -> str:
    return f"{CORRECT}{correction.pk}/"


def answer(user: Any, address: str, way: str = "approve", **data: Any) -> Any:
    return signed_in(user).post(address, {"way": way, **data}, follow=True)


def the_series() -> EditionSeries:
    return EditionSeries.objects.get()
