"""A repeal is entered by one and compared with the minutes by another; it leaves none in force and no older one."""

import datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from handslag import clock
from plan_pages.correcting.repeal.models import Repeal, RepealDecision, RepealState
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import EditionKind, ParticipantRole
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.event import EventKind, RoadEvent
from plan_pages.seal.verifying import verify
from tests.plan_pages.correcting import desk
from tests.plan_pages.correcting.desk import REPEAL, answer, said, signed_in, text_of
from tests.support import plans, roads

pytestmark = pytest.mark.django_db

decided, page, editor, secretary = desk.decided, desk.page, desk.editor, desk.secretary

ASPNAS = "9902"
DECIDED = datetime.date(2026, 2, 23)
ENDS = datetime.date(2026, 4, 1)
READ_ANEW = (
    "Something was sealed or recorded since you opened this, so nothing was saved; "
    "begin anew from how it is now."
)


@pytest.fixture(autouse=True)
def march() -> Any:
    """After the meeting and before the plan ends."""
    with clock.set_to(datetime.date(2026, 3, 2)):
        yield


@pytest.fixture
def other_place(page: ActionPlanPage) -> Any:
    """Aspnäs shares the plan: edition 2 is in force in both municipalities."""
    other = plans.municipality(ASPNAS, "Aspnäs kommun")
    plans.adopt(page, plans.document(4), decisions=(plans.decision(), plans.decision(other, paragraph="7")))
    return other


def decision(**changes: Any) -> dict[str, Any]:
    return {
        "municipality": plans.municipality().pk,
        "body_type": "council",
        "body": "Kommunfullmäktige",
        "meeting_date": DECIDED,
        "paragraph": "17",
        "registry_number": "KS 2026/12",
        "in_effect_from": ENDS,
        **changes,
    }


def entered(user: Any, **changes: Any) -> Repeal:
    data = {"reason": "Länets plan gäller i stället.", **decision(**changes)}
    response = signed_in(user).post(REPEAL, data)
    assert response.status_code == 302, text_of(response)
    return Repeal.objects.get(state=RepealState.WAITING)


def page_of(repeal: Repeal) -> str:
    return f"{REPEAL}{repeal.pk}/"


def confirmed(user: Any, repeal: Repeal, **changes: Any) -> Any:
    form = signed_in(user).get(page_of(repeal)).context["confirm_form"]
    data = {"seen": form["seen"].value(), "same": "on", **changes}
    return answer(user, page_of(repeal), "confirm", **data)


def test_two_people__end_the_plan(page: ActionPlanPage, editor: Any, secretary: Any) -> None:
    repeal = entered(editor)
    assert page_of(repeal) in text_of(signed_in(secretary).get("/"))
    assert page_of(repeal) not in text_of(signed_in(editor).get("/"))
    seen = text_of(signed_in(secretary).get(page_of(repeal)))
    consequence = "From %(date)s no plan is in force in %(place)s; no older edition comes back."
    assert said(consequence, date="1 april 2026", place="Björkmarks kommun") in seen
    assert "Utgåva 1" in seen and "Länets plan gäller i stället." in seen and "KS 2026/12" in seen
    confirmed(secretary, repeal)
    edition = Edition.objects.get(kind=EditionKind.REPEAL)
    assert (str(edition.number), edition.reason) == ("2", "Länets plan gäller i stället.")
    row = edition.decisions.get()
    assert (row.paragraph, row.registry_number, row.in_effect_from) == ("17", "KS 2026/12", ENDS)
    assert set(edition.participants.values_list("user_id", "role")) == {
        (editor.pk, ParticipantRole.RECORDER),
        (secretary.pk, ParticipantRole.CONFIRMER),
    }
    assert list(verify()) == []
    assert RoadEvent.objects.get(kind=EventKind.SEALED).edition == edition
    assert RoadEvent.objects.get(kind=EventKind.REPEAL_PREPARED).data["paragraph"] == "17"
    assert "Om avsnitt 1" in text_of(signed_in(editor).get("/handlingsplan/"))
    with clock.set_to(ENDS):
        text = text_of(signed_in(editor).get("/handlingsplan/"))
    assert "Ingen utgåva av planen gäller i dag." in text and "Om avsnitt 1" not in text


@pytest.mark.parametrize(
    ("role", "sees", "enters", "confirms"),
    [
        ("editor", True, True, False),
        ("coordinator", True, True, True),
        ("board_secretary", True, True, True),
        ("reviewer", True, False, True),
        ("board", True, False, True),
        ("auditor", True, False, False),
        ("steering_group", False, False, False),
        ("staff", False, False, False),
    ],
)
def test_roles__who_sees_enters_and_confirms(
    page: ActionPlanPage, editor: Any, role: str, sees: bool, enters: bool, confirms: bool
) -> None:
    user = roads.person(role)
    assert signed_in(user).get(REPEAL).status_code == (200 if sees else 404)
    signed_in(user).post(REPEAL, {"reason": "Prov.", **decision()})
    assert Repeal.objects.exists() is enters
    Repeal.objects.all().delete()
    repeal = entered(editor)
    seen = signed_in(editor).get(page_of(repeal)).context["confirm_form"]["seen"].value()
    assert signed_in(user).get(page_of(repeal)).status_code == (200 if sees else 404)
    answer(user, page_of(repeal), "confirm", seen=seen, same="on")
    assert Edition.objects.filter(kind=EditionKind.REPEAL).exists() is confirms


@pytest.mark.parametrize("is_superuser", [False, True])
def test_one_person__cannot_do_both(page: ActionPlanPage, is_superuser: bool) -> None:
    roads.person("board", name="Lena Ledamot")
    alone = roads.person("editor", "board_secretary", "coordinator", is_superuser=is_superuser)
    repeal = entered(alone)
    assert "Lena Ledamot" in text_of(confirmed(alone, repeal))
    assert "Lena Ledamot" in text_of(answer(alone, page_of(repeal), "decline", note="Nej."))
    repeal.refresh_from_db()
    assert repeal.is_waiting and Edition.objects.count() == 1


@pytest.mark.both_databases
def test_constraints__four_eyes_one_waiting_and_no_end_before_the_meeting(
    page: ActionPlanPage, editor: Any
) -> None:
    repeal = entered(editor)
    with pytest.raises(IntegrityError, match="repeal_has_four_eyes"), transaction.atomic():
        Repeal.objects.update(
            state="declined", note="Nej.", answered_by=editor, answered_at=repeal.prepared_at
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Repeal.objects.create(series=repeal.series, reason="Igen.", prepared_by=editor)
    with pytest.raises(IntegrityError, match="not_before_it_was_made"), transaction.atomic():
        RepealDecision.objects.update(in_effect_from=datetime.date(2026, 1, 1))


@pytest.mark.parametrize(
    "changes",
    [
        {"paragraph": ""},
        {"body": ""},
        {"in_effect_from": ""},
        {"in_effect_from": "2026-01-01"},
        {"meeting_date": "2026-03-03"},
        {"reason": ""},
        {"reason": "Enligt 19121212-1212."},
        {"municipality": "0"},
    ],
)
def test_what_is_wrong__is_said_and_nothing_is_saved(
    page: ActionPlanPage, editor: Any, changes: dict[str, str]
) -> None:
    response = signed_in(editor).post(REPEAL, {"reason": "Skälet.", **decision(), **changes})
    assert response.status_code == 422 and "error-summary" in text_of(response)
    assert 'value="KS 2026/12"' in text_of(response)
    assert not Repeal.objects.exists() and not RoadEvent.objects.exists()


def test_shared_plan__ends_where_it_was_decided(
    page: ActionPlanPage, other_place: Any, editor: Any, secretary: Any
) -> None:
    repeal = entered(editor)
    seen = text_of(signed_in(secretary).get(page_of(repeal)))
    assert said("In %(place)s nothing changes.", place="Aspnäs kommun") in seen
    confirmed(secretary, repeal)
    with clock.set_to(ENDS):
        reader = signed_in(editor)
        assert "Ingen utgåva av planen gäller" in text_of(reader.get("/handlingsplan/?kommun=9901"))
        assert "Om avsnitt 4" in text_of(reader.get(f"/handlingsplan/?kommun={ASPNAS}"))
        rest = signed_in(editor).get(REPEAL)
        assert rest.context["places"] == ["Aspnäs kommun"]


def test_shared_plan__several_decisions_are_entered_before_one_confirms(
    page: ActionPlanPage, other_place: Any, editor: Any, secretary: Any
) -> None:
    repeal = entered(editor)
    old_mark = signed_in(secretary).get(page_of(repeal)).context["confirm_form"]["seen"].value()
    again = {"way": "add", **decision(paragraph="3")}
    assert signed_in(editor).post(page_of(repeal), again).status_code == 422, "each place decides once"
    assert signed_in(editor).post(page_of(repeal), {**again, "paragraph": ""}).status_code == 422
    added = decision(municipality=other_place.pk, paragraph="40", in_effect_from="2026-05-01")
    answer(editor, page_of(repeal), "add", **added)
    late = text_of(confirmed(secretary, repeal, seen=old_mark))
    assert said(READ_ANEW) in late and Edition.objects.filter(kind="repeal").count() == 0
    confirmed(secretary, repeal)
    edition = Edition.objects.get(kind=EditionKind.REPEAL)
    assert set(edition.decisions.values_list("place_code", "paragraph", "in_effect_from")) == {
        ("9901", "17", ENDS),
        (ASPNAS, "40", datetime.date(2026, 5, 1)),
    }
    assert list(verify()) == []


def test_entering__is_gone_on_with_by_who_began(
    page: ActionPlanPage, other_place: Any, editor: Any, secretary: Any
) -> None:
    repeal = entered(editor)
    answer(secretary, page_of(repeal), "add", **decision(municipality=other_place.pk))
    answer(secretary, page_of(repeal), "take_away", decision=repeal.decisions.get().pk)
    answer(editor, page_of(repeal), "take_away", decision="9" * 5000)
    answer(secretary, page_of(repeal), "withdraw")
    repeal.refresh_from_db()
    assert repeal.is_waiting and repeal.decisions.get().municipality == plans.municipality()
    answer(editor, page_of(repeal), "take_away", decision=repeal.decisions.get().pk)
    assert said("No decision is entered; the plan ends by one.") in text_of(confirmed(secretary, repeal))
    answer(editor, page_of(repeal), "withdraw")
    repeal.refresh_from_db()
    assert repeal.state == RepealState.WITHDRAWN and Edition.objects.count() == 2


def test_sealed_since_the_page_was_opened__is_read_anew(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    repeal = entered(editor)
    mark = signed_in(secretary).get(page_of(repeal)).context["confirm_form"]["seen"].value()
    plans.adopt(page, plans.document(4), decisions=(plans.decision(in_effect_from=ENDS),))
    assert said(READ_ANEW) in text_of(confirmed(secretary, repeal, seen=mark))
    ended = "It also ends what is decided and not yet in force: %(editions)s."
    assert said(ended, editions="utgåva 2") in text_of(signed_in(secretary).get(page_of(repeal)))
    confirmed(secretary, repeal)
    with clock.set_to(ENDS):
        assert "Ingen utgåva" in text_of(signed_in(editor).get("/handlingsplan/"))


def test_confirming__needs_the_tick_and_happens_once(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    repeal = entered(editor)
    assert confirmed(secretary, repeal, same="").status_code == 422
    mark = signed_in(secretary).get(page_of(repeal)).context["confirm_form"]["seen"].value()
    for user in (secretary, roads.person("board"), editor):
        for way in ("confirm", "decline", "withdraw"):
            answer(user, page_of(repeal), way, seen=mark, same="on", note="Nej.")
    assert Edition.objects.filter(kind=EditionKind.REPEAL).count() == 1
    repeal.refresh_from_db()
    assert repeal.state == RepealState.SEALED and repeal.answered_by == secretary


def test_declining__needs_a_word_that_who_entered_it_reads(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    repeal = entered(editor)
    assert answer(secretary, page_of(repeal), "decline").status_code == 422
    answer(secretary, page_of(repeal), "decline", note="Paragrafen är 18.")
    assert "Paragrafen är 18." in text_of(signed_in(editor).get(page_of(repeal)))
    told = RoadEvent.objects.get(kind=EventKind.REPEAL_DECLINED)
    assert (told.text, told.actor) == ("Paragrafen är 18.", secretary)
    entered(editor, paragraph="18")


def test_ended_plan__cannot_be_repealed_again(page: ActionPlanPage, editor: Any, secretary: Any) -> None:
    confirmed(secretary, entered(editor))
    with clock.set_to(ENDS):
        response = signed_in(editor).post(REPEAL, {"reason": "Igen.", **decision()})
    assert response.status_code == 422 and Repeal.objects.count() == 1
