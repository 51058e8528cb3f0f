"""An edition that is sealed and not yet in force says the same wrong number: it is corrected too, or left knowingly."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from handslag import clock
from plan_pages.correcting.correction import acting
from plan_pages.correcting.correction.changing import Changes, FactChange, FactText
from plan_pages.correcting.correction.models import Correction
from plan_pages.correcting.correction.wording import Wording
from plan_pages.correcting.living import living, mark_of
from plan_pages.correcting.overtaken import OvertakenError, WaitsAlreadyError
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import history_of
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.moving import NotAllowedError
from plan_pages.seal.texts import document_of
from plan_pages.seal.verifying import verify
from tests.plan_pages.correcting import desk
from tests.plan_pages.correcting.desk import (
    CORRECT,
    NEW,
    WRONG,
    answer,
    field_of,
    form_data,
    page_of,
    proposed,
    said,
    sent,
    signed_in,
    text_of,
)
from tests.support import plans, roads

pytestmark = pytest.mark.django_db

decided, page, editor, secretary = desk.decided, desk.page, desk.editor, desk.secretary

MONTH = datetime.timedelta(days=30)
OVERTAKEN = (
    "Something was sealed or recorded since you opened this, so nothing was saved; "
    "begin anew from how it is now."
)


@pytest.fixture
def to_come(page: ActionPlanPage) -> ActionPlanPage:
    """Edition 1 in force, edition 2 from next month."""
    later = plans.decision(in_effect_from=clock.today() + MONTH)
    plans.adopt(page, plans.document(4), decisions=(later,))
    return page


def numbers() -> list[str]:
    return [str(edition.number) for edition in Edition.objects.order_by("sequence")]


def value_in(main: int, correction: int) -> str:
    text = document_of(Edition.objects.get(main=main, correction=correction))
    return text.sections[0].facts[0].value


def test_applied__to_both_in_one_go(to_come: ActionPlanPage, editor: Any, secretary: Any) -> None:
    correction = proposed(editor, **{field_of("avsnitt 1"): NEW, "edition-2": "apply"})
    answer(secretary, page_of(correction))
    assert numbers() == ["1", "2", "1.1", "2.1"]
    assert (value_in(1, 1), value_in(2, 1)) == (NEW, NEW) and list(verify()) == []
    with clock.set_to(clock.today() + MONTH):
        assert NEW in text_of(signed_in(editor).get("/handlingsplan/"))


def test_left__where_the_author_says_so(to_come: ActionPlanPage, editor: Any, secretary: Any) -> None:
    correction = proposed(editor, **{field_of("avsnitt 1"): NEW, "edition-2": "leave"})
    seen = text_of(signed_in(secretary).get(page_of(correction)))
    assert said("It says the same and is left as it is.") in seen
    answer(secretary, page_of(correction))
    assert numbers() == ["1", "2", "1.1"] and value_in(2, 0) == WRONG


def test_choice__must_be_made_where_it_says_the_same(to_come: ActionPlanPage, editor: Any) -> None:
    response = sent(signed_in(editor))
    assert response.status_code == 422 and "edition-2" in response.context["form"].errors
    assert f'value="{NEW}"' in text_of(response)


def test_choice__is_not_asked_where_it_says_something_else(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    text = plans.document(4)
    fact = text.sections[0].facts[0].model_copy(update={"value": "010-555 55 55"})
    first = text.sections[0].model_copy(update={"facts": (fact,)})
    later = plans.decision(in_effect_from=clock.today() + MONTH)
    plans.adopt(page, text.model_copy(update={"sections": (first, *text.sections[1:])}), decisions=(later,))
    answer(secretary, page_of(proposed(editor, **{field_of("avsnitt 1"): NEW, "edition-2": "apply"})))
    assert numbers() == ["1", "2", "1.1"]


def test_failing_half_way__seals_none(
    to_come: ActionPlanPage, editor: Any, secretary: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    correction = proposed(editor, **{field_of("avsnitt 1"): NEW, "edition-2": "apply"})
    real, calls = acting.seal_edition, []

    def second_fails(order: Any) -> Any:
        calls.append(order)
        if len(calls) == 2:
            raise RuntimeError
        return real(order)

    monkeypatch.setattr(acting, "seal_edition", second_fails)
    with pytest.raises(RuntimeError):
        answer(secretary, page_of(correction))
    assert len(calls) == 2 and numbers() == ["1", "2"]


def test_sealed_while_it_waits__approves_nothing_and_says_so(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    correction = proposed(editor)
    later = plans.decision(in_effect_from=clock.today() + MONTH)
    plans.adopt(page, plans.document(4), decisions=(later,))
    assert said(OVERTAKEN) in text_of(answer(secretary, page_of(correction)))
    assert numbers() == ["1", "2"]
    answer(secretary, page_of(correction), "decline", note="Utgåva 2 har kommit.")
    again = proposed(editor, **{field_of("avsnitt 1"): NEW, "edition-2": "apply"})
    answer(secretary, page_of(again))
    assert numbers() == ["1", "2", "1.1", "2.1"]


def test_sealed_while_it_waits__without_these_words_is_no_hindrance(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    correction = proposed(editor)
    later = plans.decision(in_effect_from=clock.today() + MONTH)
    plans.adopt(page, plans.document((plans.section("annat"),)), decisions=(later,))
    answer(secretary, page_of(correction))
    assert numbers() == ["1", "2", "1.1"]


def test_page_opened_before_another_correction__saves_nothing_and_keeps_what_was_typed(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    old_page = form_data(signed_in(editor), CORRECT)
    answer(secretary, page_of(proposed(editor)))
    late = signed_in(editor).post(
        CORRECT, old_page | {"reason": "Fel nummer i tvåan.", field_of("avsnitt 2"): NEW}
    )
    assert late.status_code == 422 and said(OVERTAKEN) in text_of(late)
    assert "Fel nummer i tvåan." in text_of(late) and numbers() == ["1", "1.1"]
    again = signed_in(editor).post(CORRECT, {**late.context["form"].data.dict()})
    assert again.status_code == 422, "the old page stays refused however often it is sent"


def test_act__asks_itself_what_the_form_has_asked(
    to_come: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    """Between the form and the act somebody else may have been faster; code may come without any form."""
    before = document_of(Edition.objects.get(main=1))
    section, fact = before.sections[0], before.sections[0].facts[0]
    change = FactChange(section.id, fact.id, FactText(fact.label, fact.value), FactText(fact.label, NEW))
    right = acting.Proposal(
        main=1,
        changes=Changes((change,)),
        reason="Fel nummer.",
        seen=mark_of(living(history_of(desk.the_series()), clock.today())),
        applies={2: False},
    )
    wrong: list[tuple[Any, dict[str, Any], type[Exception]]] = [
        (secretary, {}, NotAllowedError),
        (editor, {"seen": "gammal"}, OvertakenError),
        (editor, {"main": 7}, OvertakenError),
        (
            editor,
            {"changes": Changes((replace(change, before=change.after, after=change.before),))},
            OvertakenError,
        ),
        (editor, {"changes": Changes()}, ValidationError),
        (editor, {"changes": Changes(wording=Wording("Kommunen ska", "Kommunen kan"))}, ValidationError),
        (editor, {"applies": {}}, ValidationError),
        (editor, {"reason": " "}, ValidationError),
        (editor, {"reason": "Enligt 19121212-1212."}, ValidationError),
    ]
    for user, changes, error in wrong:
        with pytest.raises(error):
            acting.propose(desk.the_series(), user, replace(right, **changes))
        assert not Correction.objects.exists()
    acting.propose(desk.the_series(), editor, right)
    with pytest.raises(WaitsAlreadyError):
        acting.propose(desk.the_series(), editor, right)


def test_mark__must_be_there(page: ActionPlanPage, editor: Any) -> None:
    assert sent(signed_in(editor), **{field_of("avsnitt 1"): NEW, "seen": ""}).status_code == 422


def test_shared_plan__editions_in_force_elsewhere_are_asked_about(page: ActionPlanPage, editor: Any) -> None:
    other = plans.municipality("9902", "Aspnäs kommun")
    plans.adopt(page, plans.document(4), decisions=(plans.decision(other, paragraph="7"),))
    client: Client = signed_in(roads.person("editor"))
    assert "edition-1" in form_data(client, CORRECT)
    assert "edition-2" in form_data(client, f"{CORRECT}?utgava=1")
