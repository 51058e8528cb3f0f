"""Two people carry a draft up to the board over HTTP, without scripts; every step is a page and an answer."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from handslag.access.role_setup import setup_roles
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.matter import Matter, Stage
from tests.support import plans, roads
from tests.support.factories import make_site
from tests.support.once import anew, once

pytestmark = pytest.mark.django_db

PREPARE = "/beslut/forbered/"


def decided_plan() -> ActionPlanPage:
    make_site()
    setup_roles()
    page = plans.plan_page()
    plans.adopt(page)
    return page


decided = once(decided_plan)


@pytest.fixture
def page(decided: ActionPlanPage) -> ActionPlanPage:
    return anew(decided)


@pytest.fixture
def editor() -> Any:
    return roads.person("editor", name="Edit Redaktör")


@pytest.fixture
def reviewer() -> Any:
    return roads.person("reviewer", name="Rut Granskare")


def browser(person: Any) -> Client:
    client = Client()
    client.force_login(person)
    return client


def fields(html: str) -> dict[str, str]:
    """Every text field of the page filled in, every question answered with no."""
    found = dict.fromkeys(re.findall(r'<textarea name="([^"]+)"', html), "Så beslutade styrgruppen.")
    found |= dict.fromkeys(re.findall(r'<select name="(lofte-[^"]+-fate)"', html), "ended")
    found |= dict.fromkeys(re.findall(r'<input type="radio" name="([^"]+)"', html), "no")
    return found | {"law_checked_by": "Kommunjuristen", "law_checked_on": "2026-02-20", "answers_note": ""}


def prepared(client: Client) -> dict[str, str]:
    return fields(client.get(PREPARE).content.decode())


def submitted(page: ActionPlanPage, editor: Any) -> Matter:
    plans.draft(page, plans.document(4), editor)
    client = browser(editor)
    client.post(PREPARE, {**prepared(client), "submit": "1"})
    return Matter.objects.latest("pk")


def test_draft__is_submitted_and_approved_by_two_people(page: Any, editor: Any, reviewer: Any) -> None:
    plans.draft(page, plans.document(4), editor)
    client = browser(editor)
    answer = client.post(PREPARE, {**prepared(client), "submit": "1"}, follow=True)
    matter = Matter.objects.get()
    assert answer.redirect_chain == [(reverse("decisions:matter", args=[matter.pk]), 302)]
    assert matter.stage == Stage.REVIEW
    second = browser(reviewer)
    start = second.get("/").content.decode()
    address = reverse("decisions:matter", args=[matter.pk])
    assert f'href="{address}"' in start
    shown = second.get(address).content.decode()
    assert "Så beslutade styrgruppen." in shown
    second.post(address, {"way": "approve", "godkann-seen": matter.digest})
    matter.refresh_from_db()
    assert matter.stage == Stage.BOARD


def test_submitting__with_something_missing_saves_and_says_what(page: Any, editor: Any) -> None:
    plans.draft(page, plans.document(4), editor)
    client = browser(editor)
    sent = {**prepared(client), "law_checked_by": "", "submit": "1"}
    answer = client.post(PREPARE, sent)
    assert answer.status_code == 422
    matter = Matter.objects.get()
    assert matter.stage == Stage.DRAFTING
    assert matter.reasons.count() == 1
    assert 'href="/beslut/forbered/#id_law_checked_by"' in answer.content.decode()


def test_reason__with_an_identity_number_is_refused_and_kept_on_the_page(page: Any, editor: Any) -> None:
    plans.draft(page, plans.document(4), editor)
    client = browser(editor)
    sent = prepared(client)
    name = next(name for name in sent if name.startswith("skal-"))
    answer = client.post(PREPARE, {**sent, name: "Gäller 811228-9874."})
    assert answer.status_code == 422
    assert "811228-9874" in answer.content.decode()
    assert not Matter.objects.filter(reasons__isnull=False).exists()


def test_author__reads_why_not_and_who_may_instead(page: Any, editor: Any, reviewer: Any) -> None:
    editor.groups.add(*reviewer.groups.all())
    matter = submitted(page, editor)
    address = reverse("decisions:matter", args=[matter.pk])
    shown = browser(editor).get(address).content.decode()
    assert 'value="approve"' not in shown
    assert "Rut Granskare" in shown
    answer = browser(editor).post(address, {"way": "approve"})
    assert answer.status_code == 422
    matter.refresh_from_db()
    assert matter.stage == Stage.REVIEW


def test_approval__of_an_old_page_is_refused_in_a_sentence(page: Any, editor: Any, reviewer: Any) -> None:
    matter = submitted(page, editor)
    address = reverse("decisions:matter", args=[matter.pk])
    answer = browser(reviewer).post(
        address, {"way": "approve", "godkann-seen": "0" * 64, "godkann-text": "Bra!"}
    )
    assert answer.status_code == 422
    assert "Bra!" in answer.content.decode()
    matter.refresh_from_db()
    assert matter.stage == Stage.REVIEW


def test_approval__sent_twice_says_so(page: Any, editor: Any, reviewer: Any) -> None:
    matter = submitted(page, editor)
    address, sent = (
        reverse("decisions:matter", args=[matter.pk]),
        {"way": "approve", "godkann-seen": matter.digest},
    )
    assert browser(reviewer).post(address, sent).status_code == 302
    assert browser(reviewer).post(address, sent).status_code == 422


def test_return__needs_a_word_and_brings_the_draft_back(page: Any, editor: Any, reviewer: Any) -> None:
    matter = submitted(page, editor)
    address = reverse("decisions:matter", args=[matter.pk])
    assert browser(reviewer).post(address, {"way": "return", "atersand-text": " "}).status_code == 422
    assert browser(reviewer).post(address, {"way": "return", "atersand-text": "Kortare."}).status_code == 302
    matter.refresh_from_db()
    assert matter.stage == Stage.DRAFTING
    assert f'href="{address}"' in browser(editor).get("/").content.decode()


def test_withdrawal__by_an_editor(page: Any, editor: Any) -> None:
    matter = submitted(page, editor)
    address = reverse("decisions:matter", args=[matter.pk])
    assert browser(editor).post(address, {"way": "withdraw"}).status_code == 422
    sent = {"way": "withdraw", "atertag-text": "Fel fil."}
    assert browser(editor).post(address, sent).status_code == 302
    matter.refresh_from_db()
    assert matter.stage == Stage.DRAFTING


def test_guest__reviews_the_one_matter_and_sees_no_list(page: Any, editor: Any) -> None:
    matter = submitted(page, editor)
    guest = roads.person(name="Gun Gäst")
    address = reverse("decisions:matter", args=[matter.pk])
    assert browser(guest).get(address).status_code == 404
    browser(editor).post(address, {"way": "invite", "inbjud-account": guest.pk})
    assert browser(guest).get(address).status_code == 200
    assert browser(guest).get("/beslut/").status_code == 404
    assert browser(guest).post(address, {"way": "approve"}).status_code == 302
    matter.refresh_from_db()
    assert matter.stage == Stage.BOARD


def test_comment__is_kept_with_the_section(page: Any, editor: Any, reviewer: Any) -> None:
    matter = submitted(page, editor)
    address = reverse("decisions:matter", args=[matter.pk])
    section = plans.key("avsnitt 4")
    sent = {"way": "comment", "kommentar-section": section, "kommentar-text": "Vem gör det?"}
    assert browser(reviewer).post(address, sent).status_code == 302
    assert "Vem gör det?" in browser(editor).get(address).content.decode()
    assert list(matter.events.filter(text="Vem gör det?").values_list("section", flat=True)) == [section]


@pytest.mark.parametrize("role", ["staff", "forum", "dialogue"])
def test_matters__are_not_there_for_others(page: Any, editor: Any, role: str) -> None:
    matter = submitted(page, editor)
    other = browser(roads.person(role))
    for address in ("/beslut/", PREPARE, reverse("decisions:matter", args=[matter.pk])):
        assert other.get(address).status_code == 404
    assert "/beslut/" not in other.get("/").content.decode()


def test_text__is_shown_whole_with_and_without_marks(page: Any, editor: Any, reviewer: Any) -> None:
    matter = submitted(page, editor)
    address = reverse("decisions:text", args=[matter.pk])
    for query in ("", "?andringar=1"):
        shown = browser(reviewer).get(f"{address}{query}").content.decode()
        assert "Om avsnitt 4" in shown
        assert matter.digest in shown


@pytest.mark.both_databases
def test_list__asks_the_same_few_questions_for_many_matters(
    page: Any, editor: Any, reviewer: Any, django_assert_max_num_queries: Any
) -> None:
    secretary = roads.person("editor", "board_secretary")
    for count in range(4):
        matter = roads.at_board(page, editor, reviewer, plans.document(5 + count))
        roads.recorded(matter, secretary, paragraph=str(count))
    submitted(page, editor)
    client = browser(secretary)
    client.get("/beslut/")
    with django_assert_max_num_queries(20):
        shown = client.get("/beslut/").content.decode()
    assert shown.count("/beslut/") >= 5


def test_editor__leads_to_what_is_asked_before_submitting(page: Any, editor: Any) -> None:
    plans.draft(page, plans.document(4), editor)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    shown = browser(editor).get(address).content.decode()
    assert 'href="/beslut/forbered/"' in shown
    assert 'name="action-submit"' not in shown
    matter = submitted(page, editor)
    locked = browser(editor).get(address).content.decode()
    assert reverse("decisions:matter", args=[matter.pk]) in locked
