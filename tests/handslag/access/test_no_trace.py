"""A person who may not see the restricted corner gets the same status and the same redirect at every admin address,
whether the corner exists or not. The same addresses are read with the corner and without it."""

import datetime
import os
import re
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from wagtail.models import Locale, Page, Site

from handslag.access.people import group_ids
from home.guides.models import GuideIndexPage, GuidePage
from tests.handslag.access.test_planted_word import SKIPPED, values
from tests.support.addresses import filled, patterns
from tests.support.restricted import world
from tests.support.restricted.models import RestrictedPage
from tests.support.restricted.planting import Planted, plant
from tests.support.restricted.tree import restrict
from tests.support.restricted.world import client_of

demo = world.demo

FULL = bool(os.environ.get("HANDSLAG_TEST_ALL"))

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LONG_AGO = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
# Differs from answer to answer: tokens, nonces, request numbers, numbers of editing sessions, and minutes: “just now”
# becomes “1 minute ago” while the test reads.
PASSING = re.compile(
    r'csrfmiddlewaretoken" value="[^"]*"|nonce="[^"]*"|csrfToken[^,}]*|data-w-init-[^=]*="[^"]*"'
    r"|[0-9a-f]{8}-?[0-9a-f-]{12,}|\d+[\s\xa0]+(?:sekund|minut|second|minute)\w*(?: sedan| ago)?"
    r'|editing-sessions/[^"]*'
    r'|CSRF_TOKEN": "[^"]*"|ltr">[0-9a-f]+<|Precis nu|data-w-block-data-value="[^"]*"|data-w-init-[a-z-]*'
    r"|id-[0-9a-z]{6,}|\d{4}-\d\d-\d\d[T ][\d:.+Z]+"
    r"|&quot;key&quot;: &quot;[0-9a-z]{5}&quot;"
    r"|[?&]v=[0-9a-f]+|data-session-id-value=.\d+.|session_id[^,]*|\d\d:\d\d"
)


def parts(response: Any) -> tuple[int, str, str]:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    location = response.headers.get("Location", "")
    return response.status_code, location, body.decode("utf-8", "replace")


def lasting(answer: tuple[int, str, str]) -> tuple[int, str, str]:
    return answer[0], answer[1], PASSING.sub("·", answer[2])


def read_all(client: Client, addresses: list[str]) -> dict[str, tuple[int, str, str]]:
    cache.clear()
    return {address: parts(client.get(address)) for address in addresses}


def addresses_for(planted: Planted) -> list[str]:
    """Addresses of pages one may see, of the hidden ones, and lists of the pages above them."""
    hidden = {page.pk for page in planted.pages}
    visible = list(Page.objects.filter(depth__gt=1).exclude(pk__in=hidden).values_list("pk", flat=True)[:3])
    above = list({page.get_parent().pk for page in planted.pages} - hidden)
    numbers = values(planted)
    for name in ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "pk"):
        numbers[name] = [*above[:1], *numbers[name][:1], *above[1:2], *visible[:1], *numbers[name][1:2]]
    found = []
    for pattern in patterns():
        if pattern.name in SKIPPED or not pattern.route.startswith("admin/"):
            continue
        found += list(filled(pattern, numbers, limit=6 if FULL else 2))
    listing = [f"/admin/api/main/pages/?child_of={number}&for_explorer=1&fields=*" for number in above]
    front = ["/", "/sok/?q=kvastfen", "/en/", "/guider/"]
    return [*found, *listing, *front, "/admin/pages/search/?q=kvast", "/admin/choose-page/search/?q=kvast"]


@pytest.mark.parametrize("account", ["redaktor", "samordnare"] if FULL else ["redaktor"])
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
    differing = [address for address in addresses if with_corner[address][:2] != without[address][:2]]
    assert not differing, "\n\n".join(
        explain(address, with_corner[address], without[address]) for address in differing
    )


def about(parent: Page, above: Page) -> list[str]:
    """Where the admin shows, counts or confirms what lies below a page."""
    number, listed = parent.pk, above.pk
    own = ("", "delete/", "copy/", "move/", "unpublish/", "edit/", "history/", "usage/", "convert_alias/")
    bulk = ("delete", "move", "publish", "unpublish")
    return [
        "/admin/",
        "/admin/pages/",
        f"/admin/pages/{listed}/",
        f"/admin/pages/{listed}/results/",
        f"/admin/pages/{listed}/?has_child_pages=true",
        f"/admin/pages/{listed}/?has_child_pages=false",
        *[f"/admin/pages/{number}/{rest}" for rest in own],
        f"/admin/pages/{number}/move/{listed}/confirm/",
        f"/admin/pages/{number}/move/choose_destination/",
        *[f"/admin/bulk/wagtailcore/page/{action}/?id={number}&next=/admin/" for action in bulk],
        f"/admin/choose-page/{listed}/",
        f"/admin/choose-page/{listed}/?page_type=home.guidepage",
        f"/admin/choose-page/{number}/?page_type=home.guidepage",
        f"/admin/api/main/pages/?child_of={listed}&for_explorer=1&fields=*",
        f"/admin/api/main/pages/?child_of={listed}&has_children=true&fields=*",
        f"/admin/api/main/pages/?child_of={listed}&has_children=0&fields=*",
        f"/admin/api/main/pages/?descendant_of={number}",
        f"/admin/api/main/pages/{number}/?fields=*",
    ]


SENT = (
    ("/admin/pages/{0}/copy/", {"new_title": "", "new_slug": "ny", "new_parent_page": "{1}"}),
    ("/admin/bulk/wagtailcore/page/move/?id={0}&next=/admin/", {"chooser": ""}),
)


def read_parent(parent: Page, above: Page) -> dict[str, tuple[int, str, str]]:
    """Read, and sent with something missing so that the form comes back."""
    client = client_of("redaktor")
    client.get("/admin/")
    found = read_all(client, about(parent, above))
    for address, data in SENT:
        path = address.format(parent.pk)
        values = {name: value.format(parent.pk, above.pk) for name, value in data.items()}
        found[f"POST {path}"] = parts(client.post(path, values))
    return found


def test_no_trace__parent_looks_childless(demo: None) -> None:
    home = Site.objects.get(is_default_site=True).root_page
    with transaction.atomic():
        parent = home.add_child(instance=GuideIndexPage(title="Ensam", slug="ensam"))
        parent.save_revision().publish()
        # "Just now" becomes "a minute ago" while the test reads; what is years old stays so.
        Page.objects.update(latest_revision_created_at=LONG_AGO, last_published_at=LONG_AGO)
        parent.refresh_from_db()
        without = read_parent(parent, home)
        with transaction.atomic():
            child = parent.add_child(
                instance=GuidePage(title="Gömd", slug="gomd", situation="x", body=[], live=False)
            )
            restrict(child, "dialogue")
            below = child.add_child(instance=RestrictedPage(title="Under", slug="under"))
            with_child = read_parent(Page.objects.get(pk=parent.pk), home)
            assert below.depth == parent.depth + 2
            transaction.set_rollback(True)
        transaction.set_rollback(True)
    differing = [address for address in without if lasting(with_child[address]) != lasting(without[address])]
    assert not differing, "\n\n".join(
        explain(address, with_child[address], without[address]) for address in differing
    )
    assert without[f"/admin/pages/{parent.pk}/delete/"][0] == 200


def explain(address: str, one: tuple[int, str, str], other: tuple[int, str, str]) -> str:
    known = set(lasting(other)[2].splitlines())
    lines = [line for line in lasting(one)[2].splitlines() if line not in known][:3]
    return f"{address}: {one[:2]} against {other[:2]}\n" + "\n".join(line.strip()[:200] for line in lines)


def test_roles__are_read_anew_for_each_request(demo: None) -> None:
    """`people.group_ids` keeps the groups on the user object, which lives as long as a request."""
    client = client_of("redaktor")
    first = client.get("/").wsgi_request.user
    second = client.get("/").wsgi_request.user
    assert first is not second
    assert group_ids(first) == group_ids(second)
