"""A word planted in a restricted corner is looked for at every address, as every role that may not find it."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests.support.addresses import Pattern, filled, patterns
from tests.support.restricted import world
from tests.support.restricted.planting import ASKED, WORD, Planted
from tests.support.restricted.world import ROLES, client_of

demo, planted = world.demo, world.planted

FULL = bool(os.environ.get("HANDSLAG_TEST_ALL"))
# Everyone who may not see it asks; with HANDSLAG_TEST_ALL with every number and at every address anew. The second
# editor has the first one's roles.
SEEKERS = [
    None,
    *(role for role in ROLES if role not in {"dialog", "admin", *(() if FULL else ("redaktor2",))}),
]
# Signing out would end the search.
SKIPPED = {"wagtailadmin_logout", "account_logout", "wagtailadmin_error_test"}

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def values(planted: Planted) -> dict[str, list[Any]]:
    pages = [page.pk for page in planted.pages]
    revision = planted.revisions
    return {
        "*": [pages[0]],
        **dict.fromkeys(("page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk"), pages),
        "pk": [*pages[:3], planted.images[0].pk, planted.documents[0].pk, 1],
        "image_id": [planted.images[0].pk],
        "document_id": [planted.documents[0].pk],
        "doc_id": [planted.documents[0].pk],
        "revision_id": revision[:2],
        "revision_id_a": [revision[0], "live", "earliest"],
        "revision_id_b": [revision[1], "latest"],
        "task_state_id": planted.task_states,
        "workflow_state_id": planted.workflow_states,
        "action_name": ["approve", "reject", "publish", "copy", "delete"],
        "action": ["delete", "move", "publish", "unpublish", "add_tags", "add_to_collection"],
        "app_label": ["wagtailcore", "restricted", "media", "contacts"],
        "content_type_app_name": ["restricted", "home", "contacts"],
        "content_type_model_name": ["restrictedpage", "guidepage", "dialogueentrypage"],
        "app_name": ["media"],
        "model_name": ["page", "restrictedpage", "image", "document"],
        "object_id": pages[:2],
        "session_id": [1],
        "filter_spec": ["width-20", "original"],
        "mode": ["default", ""],
        "name": [*planted.renditions, planted.images[0].file.name],
        "key": ["abc"],
        "uidb64": ["MQ"],
        "uidb36": ["1"],
        "token": ["x-y"],
        "#0": [str(planted.documents[0].pk)],
        "#1": [planted.documents[0].filename],
    }


def queries(planted: Planted) -> list[dict[str, Any]]:
    numbers = [page.pk for page in planted.pages]
    files = [planted.images[0].pk, planted.documents[0].pk]
    visible = list(Page.objects.filter(depth=3).exclude(pk__in=numbers).values_list("pk", flat=True)[:2])
    parent = Page.objects.get(pk=numbers[0]).get_parent().pk
    return [
        {
            "q": ASKED,
            "search_all": "1",
            "term": ASKED,
            "tag": ASKED,
            "page_type": "restricted.RestrictedPage",
            "child_of": numbers[0],
            "fields": "*",
            "for_explorer": "1",
        },
        {
            "id": [*numbers, *files, *visible],
            "childOf": parent,
            "next": "/admin/",
            "fields": "*",
            "descendant_of": parent,
        },
        {"id": "all", "childOf": parent, "export": "csv"},
    ]


def posted(planted: Planted) -> list[dict[str, Any]]:
    number = planted.pages[0].pk
    return [
        {
            "new_parent_page": number,
            "parent_page": number,
            "chooser": number,
            "new_title": "Ny",
            "new_slug": "ny",
            "q": ASKED,
            "revision_id": planted.revisions[0],
        },
    ]


def found_in(response: Any) -> bool:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = " ".join(f"{name}: {value}" for name, value in response.headers.items())
    return WORD.lower() in (body.decode("utf-8", "replace") + headers).lower()


def asked_itself(path: str) -> bool:
    """The address already holds the word, so that an answer which repeats the address tells nothing."""
    return WORD.lower() in path.lower()


def answers(
    client: Client, pattern: Pattern, planted: Planted, *, briefly: bool, account: str | None
) -> Iterator[tuple[str, Any]]:
    """Every way to fill the address is asked once; the first also with queries and a posted form.

    An editor, who sees most of the admin, asks on where the plain address was refused; others do so in the full run.
    """
    paths = list(filled(pattern, values(planted), limit=24 if FULL else 1 if briefly else 2))
    refused = False
    for path in paths:
        response = client.get(path)
        refused = refused or response.status_code in {302, 404}
        yield f"GET {path}", response
    if briefly or (refused and account != "redaktor" and not FULL):
        return
    for path in paths if FULL else paths[:1]:
        for query in queries(planted) if FULL or not names_hidden(pattern) else []:
            yield f"GET {path} {query}", client.get(path, query)
        for data in posted(planted):
            yield f"POST {path} {data}", client.post(path, data)


def names_hidden(pattern: Pattern) -> bool:
    """Its number is one of a hidden row, which is answered as unknown whatever the query says."""
    return bool({"page_id", "page_to_move_id", "page_pk", "image_id", "document_id"} & set(pattern.arguments))


def may_be_brief(account: str | None, pattern: Pattern) -> bool:
    """Who has no way into the admin is turned away before a view is asked, whatever the number; and a list's second
    address, for its results alone, is the same view."""
    if FULL:
        return False
    outside = account in {None, "medarbetare"} and pattern.route.startswith("admin/")
    return outside or (account != "redaktor" and pattern.name.endswith("_results"))


@pytest.mark.parametrize("account", SEEKERS)
def test_planted_word__nobody_else_finds_it_anywhere(planted: Planted, account: str | None) -> None:
    client = client_of(account)
    leaks = []
    for pattern in patterns():
        if pattern.name in SKIPPED:
            continue
        brief = may_be_brief(account, pattern)
        for question, response in answers(client, pattern, planted, briefly=brief, account=account):
            if found_in(response) and not asked_itself(question.split(" ")[1]):
                leaks.append(f"{response.status_code} {pattern.key}: {question}")
    assert not leaks, f"{account} found the word at {len(leaks)} addresses:\n" + "\n".join(leaks)


@pytest.mark.parametrize("account", SEEKERS)
def test_planted_word__its_own_addresses_answer_as_unknown_ones_do(
    planted: Planted, account: str | None
) -> None:
    client = client_of(account)
    for address in [page.url for page in planted.pages if page.url] + [
        f"/media/{name}" for name in planted.renditions
    ]:
        hidden = client.get(address)
        unknown = client.get(address.lower().replace(WORD.lower(), "finns-inte"))
        assert hidden.status_code == unknown.status_code == (302 if account is None else 404), address
        assert (
            hidden.content.lower().replace(WORD.lower().encode(), b"finns-inte")[:200]
            == unknown.content.lower()[:200]
        )


def test_planted_word__a_typed_address_does_not_become_a_link_to_the_page(planted: Planted) -> None:
    address = f"http://localhost{planted.pages[0].url}"
    posted_address = {"external-link-chooser-url": address, "external-link-chooser-link_text": "länk"}
    answer = (
        client_of("redaktor").post(reverse("wagtailadmin_choose_page_external_link"), posted_address).json()
    )
    assert answer["step"] == "external_link_chosen"
    assert answer["result"] == {"url": address, "title": "länk", "prefer_this_title_as_link_text": True}


@pytest.mark.parametrize("account", ["dialog", "admin"])
def test_planted_word__who_may_see_it_finds_it(planted: Planted, account: str) -> None:
    client = client_of(account)
    page = planted.pages[0]
    for address in (
        page.url,
        planted.images[0].file.url,
        planted.documents[0].url,
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
        reverse("wagtailadmin_pages:search") + f"?q={ASKED}",
        reverse("wagtailadmin_choose_page_search") + f"?q={ASKED}",
    ):
        response = client.get(address)
        assert response.status_code == 200, address
        assert found_in(response) or "/media/" in address or "/dokument/" in address, address


@pytest.mark.parametrize(
    "address",
    [
        "/admin/choose-page/search/",
        "/admin/pages/search/",
        "/admin/images/",
        "/admin/documents/",
        "/admin/images/chooser/results/",
        "/admin/documents/chooser/results/",
    ],
)
def test_admin_search__works_for_those_with_less_than_everything(planted: Planted, address: str) -> None:
    """Wagtail's search refuses querysets with conditions it does not know."""
    assert client_of("redaktor").get(address, {"q": ASKED}).status_code == 200
