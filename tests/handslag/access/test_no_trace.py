"""A person who may not see the restricted corner gets the same status and the same redirect at every admin address,
whether the corner exists or not. The same addresses are read with the corner and without it."""

import re
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from wagtail.models import Locale, Page, Site

from handslag.access.people import group_ids
from tests.handslag.access.test_planted_word import SKIPPED, values
from tests.support.addresses import filled, patterns
from tests.support.restricted import world
from tests.support.restricted.planting import Planted, plant
from tests.support.restricted.world import client_of

demo = world.demo

pytestmark = pytest.mark.django_db
# Differs from answer to answer: tokens, nonces, request numbers, minutes, numbers of editing sessions.
PASSING = re.compile(
    r'csrfmiddlewaretoken" value="[^"]*"|nonce="[^"]*"|csrfToken[^,}]*|data-w-init-[^=]*="[^"]*"'
    r"|[0-9a-f]{8}-?[0-9a-f-]{12,}|\d+[\s\xa0]+(?:sekund|minut|second|minute)\w*|editing-sessions/[^\"]*"
    r'|CSRF_TOKEN": "[^"]*"|ltr">[0-9a-f]+<|Precis nu|data-w-block-data-value="[^"]*"|data-w-init-[a-z-]*'
    r"|id-[0-9a-z]{6,}|\d{4}-\d\d-\d\d[T ][\d:.+Z]+"
    r"|[?&]v=[0-9a-f]+|data-session-id-value=.\d+.|session_id[^,]*|\d\d:\d\d"
)


def normal(response: Any) -> tuple[int, str, str]:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    location = response.headers.get("Location", "")
    return response.status_code, location, PASSING.sub("·", body.decode("utf-8", "replace"))


def read_all(client: Client, addresses: list[str]) -> dict[str, tuple[int, str, str]]:
    cache.clear()
    return {address: normal(client.get(address)) for address in addresses}


def addresses_for(planted: Planted) -> list[str]:
    """Addresses of pages one may see, of the hidden ones, and lists of the pages above them."""
    hidden = {page.pk for page in planted.pages}
    visible = list(Page.objects.filter(depth__gt=1).exclude(pk__in=hidden).values_list("pk", flat=True)[:3])
    above = list({page.get_parent().pk for page in planted.pages} - hidden)
    numbers = values(planted)
    for name in ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "pk"):
        numbers[name] = [*visible[:1], *above[:2], *numbers[name][:2]]
    found = []
    for pattern in patterns():
        if pattern.name in SKIPPED or not pattern.route.startswith("admin/"):
            continue
        found += list(filled(pattern, numbers, limit=6))
    listing = [f"/admin/api/main/pages/?child_of={number}&for_explorer=1&fields=*" for number in above]
    front = ["/", "/sok/?q=kvastfen", "/en/", "/guider/"]
    return [*found, *listing, *front, "/admin/pages/search/?q=kvast", "/admin/choose-page/search/?q=kvast"]


@pytest.mark.parametrize("account", ["redaktor", "samordnare"])
def test_restricted_corner__leaves_no_trace_at_all(demo: None, account: str) -> None:
    home = Site.objects.get(is_default_site=True).root_page
    english, _created = Locale.objects.get_or_create(language_code="en")
    if not home.has_translation(english):
        home.copy_for_translation(english)
    client = client_of(account)
    with transaction.atomic():
        planted = plant(home.get_children().first())
        addresses = addresses_for(planted)
        with_corner = read_all(client, addresses)
        transaction.set_rollback(True)
    without = read_all(client, addresses)
    # A page with hidden pages below cannot be moved or deleted: a right that is missing, with no reason given.
    asked = [address for address in addresses if not address.endswith(("/move/", "/delete/", "/confirm/"))]
    differing = [address for address in asked if with_corner[address][:2] != without[address][:2]]
    assert not differing, "\n\n".join(
        explain(address, with_corner[address], without[address]) for address in differing
    )


def explain(address: str, one: tuple[int, str, str], other: tuple[int, str, str]) -> str:
    lines = [line for line in one[2].splitlines() if line not in set(other[2].splitlines())][:3]
    return f"{address}: {one[:2]} against {other[:2]}\n" + "\n".join(line.strip()[:200] for line in lines)


def test_roles__are_read_anew_for_each_request(demo: None) -> None:
    """`people.group_ids` keeps the groups on the user object, which lives as long as a request."""
    client = client_of("redaktor")
    first = client.get("/").wsgi_request.user
    second = client.get("/").wsgi_request.user
    assert first is not second
    assert group_ids(first) == group_ids(second)
