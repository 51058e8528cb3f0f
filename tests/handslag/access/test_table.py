"""Every address and every page × every demo account and a stranger, against the table."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from wagtail.models import Page, get_page_models

from handslag.access.named_rows import check_for_argument
from tests.handslag.access.table import ADMIN_NAMESPACES, OURS, PAGE_TYPES, SOMETIMES, Reach, reach_of
from tests.support.addresses import Pattern, filled, patterns
from tests.support.restricted import world
from tests.support.restricted.planting import Planted, person
from tests.support.restricted.world import ROLES, client_of

demo, planted = world.demo, world.planted

ACCOUNTS: tuple[str | None, ...] = (None, *ROLES)
SIGN_IN = "/konto/login/"
# Arguments that name nothing which can be hidden, with the reason.
HARMLESS = {
    "action": "a verb", "action_name": "a verb", "app_label": "a model", "app_name": "a model",
    "content_type_app_name": "a model", "content_type_model_name": "a model", "model_name": "a model",
    "mode": "a way of showing", "filter_spec": "a size", "session_id": "one's own editing session",
    "task_id": "a workflow's step", "workflow_pk": "a workflow", "collection_id": "a collection",
    "uploaded_file_id": "one's own upload", "uidb64": "closed address", "token": "closed address",
    "trashed_id": "the view asks trash.listing.may_restore",
    "helpline_id": "the view asks for the right to translate helplines",
}  # fmt: skip
PK_OF_NOTHING_HIDDEN = {
    "wagtailadmin_collections", "wagtailadmin_workflows", "wagtaillocales", "wagtailsites", "wagtailusers_groups",
    "wagtailusers_users", "wagtail_localize", "accounts_invitations", "contacts_dissemination", "contacts_helplines",
    "handslag_municipalities", "handslag_units", "contacts_questions", "contacts_forum_functions", "contacts_functions",
    "contacts_organisations", "contacts_persons", "training_managers", "wagtailsnippets_contacts_helplinewords",
    # Its views answer 404 for an occasion of a course that the person may not see (training.occasions.admin).
    "training_occasions",
}  # fmt: skip

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_table__has_a_line_for_every_address() -> None:
    missing = sorted({pattern.key for pattern in patterns() if reach_of(pattern.key) is None})
    assert not missing, f"Say in tests/handslag/access/table.py who reaches: {missing}"


def test_table__has_no_line_for_addresses_that_are_gone() -> None:
    known = {pattern.key for pattern in patterns()}
    assert not set(OURS) - known - SOMETIMES
    assert not ADMIN_NAMESPACES - {key.rpartition(":")[0] for key in known}


def test_table__every_number_in_an_admin_address_is_explained() -> None:
    """A new argument must be added to `handslag.access.named_rows`, or be harmless for a reason."""
    unexplained = []
    for pattern in patterns():
        if not pattern.route.startswith("admin/") or reach_of(pattern.key) is Reach.CLOSED:
            continue
        namespace = pattern.name.rpartition(":")[0]
        arguments = dict.fromkeys(pattern.arguments, "page") | {"app_label": "wagtailcore"}
        for name in pattern.arguments:
            harmless = name in HARMLESS or (name == "pk" and namespace in PK_OF_NOTHING_HIDDEN)
            if not harmless and check_for_argument(namespace, name, arguments) is None:
                unexplained.append(f"{pattern.key}: {name}")
    assert not unexplained


def one_address(pattern: Pattern, planted: Planted) -> str | None:
    """With numbers of nothing, so that the address answers for itself."""
    numbers: dict[str, list[Any]] = {
        "*": [987654, "finns-inte", "MQ-x", "live"],
        "#0": ["987654"],
        "#1": ["x.txt"],
    }
    if pattern.name == "wagtail_serve":
        numbers["#0"] = ["finns-inte/"]
    return next(filled(pattern, numbers, limit=1), None)


@pytest.mark.parametrize("account", ACCOUNTS)
def test_table__addresses_answer_as_it_says(planted: Planted, account: str | None) -> None:
    wrong = []
    has_admin = account is not None and person(account).has_perm("wagtailadmin.access_admin")
    client = client_of(account)
    for pattern in patterns():
        address = one_address(pattern, planted)
        if address is None or pattern.name in {
            "account_logout",
            "wagtailadmin_logout",
            "wagtailadmin_error_test",
        }:
            continue
        response = client.get(address)
        reach = reach_of(pattern.key)
        status = response.status_code
        location = urlsplit(response.headers.get("Location", "")).path
        asked_in = status == 302 and location in {SIGN_IN, reverse("wagtailadmin_login")}
        if account is None:
            sent_away = asked_in and "next=" in response.headers["Location"]
            good = not sent_away if reach is Reach.EVERYONE else asked_in or location.startswith("/konto/")
        elif reach is Reach.CLOSED:
            good = status == 404
        elif reach is Reach.ADMIN and not has_admin:
            good = asked_in or status == 403
        else:
            good = status < 500 and (not asked_in or reach is Reach.EVERYONE)
        if not good:
            wrong.append(f"{pattern.key} {address}: {status} {location} ({reach})")
    assert not wrong, f"{account}:\n" + "\n".join(wrong)


def test_table__has_a_line_for_every_page_type() -> None:
    missing = sorted({model._meta.label for model in get_page_models()} - set(PAGE_TYPES))
    assert not missing, f"Say in tests/handslag/access/table.py who reads: {missing}"


@pytest.mark.parametrize("account", ACCOUNTS)
def test_table__pages_are_read_by_those_it_says(planted: Planted, account: str | None) -> None:
    hidden = {page.pk for page in planted.pages}
    client = client_of(account)
    wrong = []
    for page in Page.objects.live().filter(depth__gt=1).specific():
        if page.url is None:
            continue
        is_closed = page.pk in hidden or getattr(page, "kind", "") == "exposure"
        audience = "dialogue" if is_closed else PAGE_TYPES[page._meta.label]
        in_dialogue = account in {"dialog", "admin"}
        readers = {"public": True, "staff": account is not None, "dialogue": in_dialogue, "nobody": False}
        expected = 200 if readers[audience] else (302 if account is None else 404)
        status = client.get(page.url).status_code
        if status != expected:
            wrong.append(f"{page.url} ({page._meta.label}): {status} instead of {expected}")
    assert not wrong, f"{account}:\n" + "\n".join(wrong)
