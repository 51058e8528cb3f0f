"""What may not be sealed, with the sentence that says why, and nothing of it half saved."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils.translation import override
from wagtail.models import Revision

from handslag.privacy.guard import PersonalDataFound
from plan_pages.documents import EditionDocument
from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import BodyType, EditionKind, Outcome
from plan_pages.editions.leaf import EditionLeaf
from plan_pages.editions.participant import EditionParticipant
from plan_pages.editions.register import Commitment, CommitmentEntry
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.seal.refusals import CannotBeSealedError
from tests.plan_pages.seal.rows import rows_of_a_copy
from tests.support import plans
from tests.support.factories import make_site
from tests.support.once import anew, once

pytestmark = pytest.mark.django_db

CORRECTION: dict[str, Any] = {
    "kind": EditionKind.CORRECTION,
    "corrects": 1,
    "decisions": (),
    "reason": "Fel nummer",
}
COUNTED = (Edition, EditionLeaf, Decision, CommitmentEntry, Commitment, EditionParticipant)


def with_draft() -> ActionPlanPage:
    """Decided once, with a changed number in its draft."""
    make_site()
    page = plans.plan_page()
    plans.adopt(page)
    plans.draft(page, plans.document(introduction=(plans.paragraph("Planen gäller hela kommunen nu."),)))
    return page


drafted = once(with_draft)


@pytest.fixture
def plan(drafted: ActionPlanPage, db: None) -> ActionPlanPage:
    return anew(drafted)


def counts() -> list[int]:
    return [model.objects.count() for model in COUNTED]


def with_promise(**changes: Any) -> EditionDocument:
    """The text with one promise changed."""
    first, *rest = plans.document().sections
    text, promise, *others = first.body
    changed = first.model_copy(update={"body": (text, promise.model_copy(update=changes), *others)})
    return plans.document(sections=(changed, *rest))


def with_body(change: Callable[[tuple[Any, ...]], tuple[Any, ...]]) -> EditionDocument:
    first, *rest = plans.document().sections
    return plans.document(sections=(first.model_copy(update={"body": change(first.body)}), *rest))


def moved_promise() -> EditionDocument:
    """The last promise of the first section stands in the second."""
    first, second, third = plans.document().sections
    return plans.document(
        sections=(
            first.model_copy(update={"body": first.body[:-1]}),
            second.model_copy(update={"body": (*second.body, first.body[-1])}),
            third,
        )
    )


def reordered() -> EditionDocument:
    first, second, third = plans.document().sections
    return plans.document(sections=(second, first, third))


CHANGED_PROMISES = {
    "its words": with_promise(text="Kommunen ska hålla mindre."),
    "its obligation": with_promise(obligation="kan"),
    "its function": with_promise(accountable_function="Någon annan"),
    "its lead": with_promise(lead="Om det finns pengar:"),
    "taken away": with_body(lambda body: body[:-1]),
    "one more": with_body(lambda body: (*body, body[-1].model_copy(update={"id": plans.key("nytt löfte")}))),
    "another identity": with_promise(id=plans.key("nytt löfte")),
    "in another section": moved_promise(),
    "sections in another order": reordered(),
    "a section less": plans.document(sections=2),
    "a section more": plans.document(sections=4),
}

ORDERS: dict[str, tuple[dict[str, Any], str]] = {
    "registered after adopted": (
        {"kind": EditionKind.REGISTERED, "decisions": (plans.Decision(before_handslag=True),)},
        "registered before the first decision",
    ),
    "without a decision": ({"decisions": ()}, "rests on a decision"),
    "correction without a reason": ({**CORRECTION, "reason": "  "}, "Say why"),
    "correction of nothing": ({**CORRECTION, "corrects": 7}, "There is no edition 7"),
    "repeal without a reason": ({"kind": EditionKind.REPEAL, "revision": None}, "Say why"),
    "correction with a decision": ({**CORRECTION, "decisions": None}, "carries no decision"),
    "repeal with a text": ({"kind": EditionKind.REPEAL, "reason": "Slut"}, "a repeal has none"),
    "edition without a text": ({"revision": None}, "a repeal has none"),
}

DECISIONS: dict[str, tuple[dict[str, Any], str]] = {
    "tabled": ({"outcome": Outcome.TABLED}, "Only what was adopted"),
    "referred back": ({"outcome": Outcome.REFERRED_BACK}, "Only what was adopted"),
    "rejected": ({"outcome": Outcome.REJECTED}, "Only what was adopted"),
    "only prepared": ({"role": "prepared"}, "rests on a decision"),
    "council without a paragraph": ({"paragraph": ""}, "paragraph"),
    "board without a paragraph": ({"body_type": BodyType.EXECUTIVE, "paragraph": ""}, "paragraph"),
    "committee without a paragraph": ({"body_type": BodyType.COMMITTEE, "paragraph": ""}, "paragraph"),
    "without a day": ({"meeting_date": None}, "which day it met"),
    "without a body": ({"body": ""}, "which body decided"),
    "without a first day": ({"in_effect_from": None}, "from which day"),
    "as if before Handslag": ({"before_handslag": True}, "may have gaps"),
    "of a body nobody knows": ({"body_type": "crowd"}, "crowd"),
}


def refused(plan: ActionPlanPage, sentence: str, text: EditionDocument | None = None, **order: Any) -> None:
    before = counts()
    with override("en"):
        with pytest.raises(CannotBeSealedError) as told:
            plans.adopt(plan, text, **order)
        assert sentence in " ".join(told.value.messages)
    assert counts() == before


@pytest.mark.parametrize("name", ORDERS)
def test_order__is_refused_in_one_sentence(plan: ActionPlanPage, name: str) -> None:
    order, sentence = ORDERS[name]
    if order.get("decisions", ()) is None:
        order = {**order, "decisions": (plans.decision(),)}
    refused(plan, sentence, **order)


@pytest.mark.parametrize("name", DECISIONS)
def test_decision__is_refused_in_one_sentence(plan: ActionPlanPage, name: str) -> None:
    fields, sentence = DECISIONS[name]
    refused(plan, sentence, decisions=(plans.decision(**fields),))


def test_body_without_paragraphs__dates_its_minutes(plan: ActionPlanPage) -> None:
    group = plans.decision(body_type=BodyType.STEERING_GROUP, body="Styrgruppen", paragraph="")
    assert plans.adopt(plan, decisions=(group,)).main == 2


def test_two_decisions_of_one_municipality__are_refused(plan: ActionPlanPage) -> None:
    refused(plan, "decides once", decisions=(plans.decision(), plans.decision(paragraph="42")))


@pytest.mark.parametrize("name", CHANGED_PROMISES)
def test_correction__may_not_change_what_was_promised(plan: ActionPlanPage, name: str) -> None:
    refused(plan, "that takes a new decision", CHANGED_PROMISES[name], **CORRECTION)


def test_correction__of_a_number_is_made(plan: ActionPlanPage) -> None:
    assert str(plans.adopt(plan, **CORRECTION).number) == "1.1"


def test_second_correction__is_compared_with_the_first(plan: ActionPlanPage) -> None:
    plans.adopt(plan, **CORRECTION)
    refused(
        plan, "cannot change the commitment", with_promise(text="Kommunen ska hålla mindre."), **CORRECTION
    )
    assert str(plans.adopt(plan, plans.document(), **CORRECTION).number) == "1.2"


def test_draft__of_another_plan_or_one_that_was_sealed_is_refused(plan: ActionPlanPage) -> None:
    copy = plan.copy(update_attrs={"slug": "kopia"})
    refused(plan, "another plan", revision=plans.draft(copy, plans.document()))
    refused(plan, "already", revision=Revision.objects.get(edition__main=1))


def test_personal_number_in_the_text__is_not_sealed(plan: ActionPlanPage) -> None:
    """The draft went past the form; the seal does not take it either."""
    before = counts()
    with pytest.raises(PersonalDataFound):
        plans.adopt(plan, reason="19811218-9876")
    assert counts() == before


@pytest.mark.both_databases
@pytest.mark.parametrize("name", rows_of_a_copy())
def test_constraint__holds_for_rows_made_without_the_seal(plan: ActionPlanPage, name: str) -> None:
    """`bulk_create` asks no model's rules; the database does."""
    row = rows_of_a_copy()[name](Edition.objects.get())
    before = counts()
    with pytest.raises(IntegrityError), transaction.atomic():
        type(row).objects.bulk_create([row])
    assert counts() == before
