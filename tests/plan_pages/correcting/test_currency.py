"""Whether the plan still holds: a row beside the edition, shown in its head and reminded of when it is due."""

import datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from handslag import clock
from handslag.access.people import group_ids
from plan_pages.correcting.signals import currency_says_revise
from plan_pages.correcting.todos import corrections_for, repeals_for, reviews_for
from plan_pages.editions.currency import CurrencyReview, next_after
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.event import EventKind, RoadEvent
from plan_pages.seal.verifying import verify
from tests.plan_pages.correcting import desk
from tests.plan_pages.correcting.desk import (
    CORRECT,
    REVIEW,
    answer,
    form_data,
    page_of,
    proposed,
    said,
    signed_in,
    text_of,
)
from tests.support import plans, roads

pytestmark = pytest.mark.django_db

decided, page, editor, secretary = desk.decided, desk.page, desk.editor, desk.secretary

# In force from 2024-01-01, so the first review is due a year later.
DUE = datetime.date(2025, 1, 1)
DAY = datetime.date(2024, 12, 10)
PLAN = "/handlingsplan/"


def recorded(user: Any, **changes: Any) -> Any:
    client = signed_in(user)
    return client.post(REVIEW, form_data(client, REVIEW) | {"outcome": "current", **changes})


def head_of(user: Any, address: str = PLAN) -> dict[str, str]:
    context: Any = signed_in(user).get(address).context_data
    return {line["key"]: line["value"] for line in context["facts"]}


def currency_of(user: Any, address: str = PLAN) -> str | None:
    return head_of(user, address).get(said("Reviewed for currency"))


def test_head__says_when_it_was_reviewed_and_when_it_is_next(page: ActionPlanPage, editor: Any) -> None:
    with clock.set_to(DAY):
        assert currency_of(editor) == said("By %(due)s at the latest", due="1 januari 2025")
        assert recorded(editor).status_code == 302
        expected = said("%(date)s, next %(due)s", date="10 december 2024", due="10 december 2025")
        assert currency_of(editor) == expected and expected in text_of(signed_in(editor).get(PLAN))
    with clock.set_to(datetime.date(2025, 12, 11)):
        late = "%(date)s; should have been reviewed again on %(due)s"
        assert currency_of(editor) == said(late, date="10 december 2024", due="10 december 2025")
    assert currency_of(editor, "/handlingsplan/den/2024-06-01/") == said(
        "By %(due)s at the latest", due="1 januari 2025"
    ), "what was known on that day"


def test_head__never_reviewed_and_late_is_said(page: ActionPlanPage, editor: Any) -> None:
    with clock.set_to(DUE + datetime.timedelta(days=1)):
        assert currency_of(editor) == said("Should have been reviewed on %(due)s", due="1 januari 2025")


def test_head__of_an_earlier_edition_asks_for_nothing(page: ActionPlanPage, editor: Any) -> None:
    with clock.set_to(DAY):
        recorded(editor)
    plans.adopt(page, plans.document(4), decisions=(plans.decision(in_effect_from=DUE),))
    assert currency_of(editor, "/handlingsplan/utgavor/1/") == "10 december 2024"
    with clock.set_to(datetime.date(2025, 6, 1)):
        assert currency_of(editor) == said("By %(due)s at the latest", due="1 januari 2026"), "its own year"


def test_review__stays_with_the_edition_when_it_is_corrected(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    with clock.set_to(DAY):
        recorded(editor)
        answer(secretary, page_of(proposed(editor)))
        assert "1.1" in text_of(signed_in(editor).get(PLAN))
        assert "10 december 2024" in str(currency_of(editor))


def test_review__changes_no_file_of_the_edition(page: ActionPlanPage, editor: Any) -> None:
    client = signed_in(editor)
    addresses = [f"/handlingsplan/utgavor/1.{kind}" for kind in ("pdf", "json")]
    before = [client.get(address).content for address in addresses]
    recorded(editor)
    assert [client.get(address).content for address in addresses] == before and list(verify()) == []


def test_review__is_told(page: ActionPlanPage, secretary: Any) -> None:
    with clock.set_to(DAY):
        recorded(secretary, function="Säkerhetschef", outcome="revise", note="Brå har bytt form.")
    review = CurrencyReview.objects.get()
    assert (review.function, review.recorded_by) == ("Säkerhetschef", secretary)
    told = RoadEvent.objects.get(kind=EventKind.CURRENCY_REVIEWED)
    assert (told.text, told.edition, told.actor) == ("Brå har bytt form.", review.edition, secretary)
    assert told.data["outcome"] == "revise" and told.data["next_on"] == "2025-12-10"
    assert "Brå har bytt form." in text_of(signed_in(secretary).get(REVIEW))


@pytest.mark.parametrize(
    ("role", "status", "records"),
    [
        ("editor", 200, True),
        ("coordinator", 200, True),
        ("board_secretary", 200, True),
        ("reviewer", 200, True),
        ("auditor", 200, False),
        ("board", 404, False),
        ("steering_group", 404, False),
        ("staff", 404, False),
    ],
)
def test_roles__who_reviews(page: ActionPlanPage, editor: Any, role: str, status: int, records: bool) -> None:
    data = form_data(signed_in(editor), REVIEW) | {"outcome": "current"}
    client = signed_in(roads.person(role))
    assert client.get(REVIEW).status_code == status
    client.post(REVIEW, data)
    assert CurrencyReview.objects.exists() is records


def test_outcome_correct__leads_on_to_the_correction(page: ActionPlanPage, editor: Any) -> None:
    response = recorded(editor, outcome="correct", note="Numret till växeln.")
    assert response.headers["Location"] == f"{CORRECT}?utgava=1"
    assert signed_in(editor).get(response.headers["Location"]).context["form"] is not None


@pytest.mark.parametrize(("outcome", "heard"), [("revise", 1), ("correct", 0), ("current", 0)])
def test_outcome_revise__is_heard_by_others(
    page: ActionPlanPage, editor: Any, outcome: str, heard: int
) -> None:
    received: list[Any] = []

    def note(sender: type, review: CurrencyReview, **kwargs: Any) -> None:
        received.append(review)

    currency_says_revise.connect(note)
    try:
        recorded(editor, outcome=outcome, note="Ny lag.")
    finally:
        currency_says_revise.disconnect(note)
    assert len(received) == heard


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"outcome": "revise", "note": " "}, "note"),
        ({"outcome": "annat"}, "outcome"),
        ({"reviewed_on": "2024-12-11"}, "reviewed_on"),
        ({"next_on": "2024-12-10"}, "__all__"),
        ({"next_on": ""}, "next_on"),
        ({"function": ""}, "function"),
        ({"function": "19121212-1212"}, "function"),
        ({"seen": "gammal"}, "__all__"),
    ],
)
def test_what_is_wrong__is_said_and_nothing_is_saved(
    page: ActionPlanPage, editor: Any, changes: dict[str, str], field: str
) -> None:
    with clock.set_to(DAY):
        response = recorded(editor, **changes)
    assert response.status_code == 422 and field in response.context["form"].errors
    assert not CurrencyReview.objects.exists()


def test_two_tabs__record_it_once(page: ActionPlanPage, editor: Any) -> None:
    client = signed_in(editor)
    data = form_data(client, REVIEW) | {"outcome": "current"}
    assert [client.post(REVIEW, data).status_code for _tab in range(2)] == [302, 422]
    assert CurrencyReview.objects.count() == 1


@pytest.mark.both_databases
def test_constraints__outcome_order_of_days_and_what_is_wrong(page: ActionPlanPage, editor: Any) -> None:
    recorded(editor)
    for wrong in (
        {"outcome": "annat"},
        {"next_on": DAY - datetime.timedelta(days=9999)},
        {"outcome": "revise"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            CurrencyReview.objects.update(**wrong)


def test_start_page__reminds_from_the_day_it_is_due(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    link = f"{REVIEW}?utgava=1"
    with clock.set_to(DUE - datetime.timedelta(days=1)):
        assert link not in text_of(signed_in(editor).get("/"))
    with clock.set_to(DUE):
        assert link in text_of(signed_in(editor).get("/"))
        assert link not in text_of(signed_in(secretary).get("/"))
        recorded(editor)
        assert link not in text_of(signed_in(editor).get("/"))


@pytest.mark.both_databases
@pytest.mark.parametrize(("source", "most"), [(corrections_for, 1), (repeals_for, 1), (reviews_for, 2)])
def test_start_page__asks_little_of_the_database(page: ActionPlanPage, source: Any, most: int) -> None:
    for roles, questions in (((), 0), (("editor", "coordinator", "reviewer", "board"), most)):
        user = roads.person(*roles)
        group_ids(user)
        with CaptureQueriesContext(connection) as queries:
            list(source(user))
        assert len(queries) <= questions


def test_links__are_for_those_who_may_and_cost_no_questions(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    links = {
        user: {link["url"].partition("?")[0] for link in signed_in(user).get(PLAN).context["links"]}
        for user in (editor, secretary, roads.person())
    }
    editors, secretaries, readers = links.values()
    assert {CORRECT, REVIEW, "/handlingsplan/upphav/"} <= editors
    assert secretaries - readers == {REVIEW, "/handlingsplan/upphav/"}


def test_interval__is_a_setting(settings: Any) -> None:
    assert next_after(datetime.date(2024, 2, 29)) == datetime.date(2025, 2, 28)
    settings.PLAN_REVIEW_MONTHS = 6
    assert next_after(datetime.date(2026, 8, 31)) == datetime.date(2027, 2, 28)
