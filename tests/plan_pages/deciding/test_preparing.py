"""The editor's page before a text is submitted: what is saved, what is refused, and two editors at once."""

from typing import Any

import pytest

from plan_pages.documents import Commitment, EditionDocument, Section
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.changes import reasons_of
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.moving import open_matter
from plan_pages.road.preparation import Fate
from tests.plan_pages.deciding.board import decided_plan, read, sv
from tests.plan_pages.deciding.browsing import form_in, opened, signed_in
from tests.support import plans, roads
from tests.support.large_plans import large_plan
from tests.support.once import anew, once

pytestmark = pytest.mark.django_db

PREPARE = "/beslut/forbered/"
NUMBER = "811228-9874"


decided = once(decided_plan)


@pytest.fixture
def page(decided: ActionPlanPage) -> ActionPlanPage:
    return anew(decided)


@pytest.fixture
def editor() -> Any:
    return roads.person("editor")


def reason(name: str) -> str:
    return f"skal-{plans.key(name)}-text"


def two_new_sections(page: ActionPlanPage, editor: Any) -> None:
    plans.draft(page, plans.document(5), editor)


def without_a_promise(rewritten: bool) -> EditionDocument:
    """Section 1 lost its second promise; `rewritten` says it anew under an id of its own."""
    first, *others = plans.numbered_sections(3)
    body = first.body[:-1]
    if rewritten:
        body += (
            Commitment(id=plans.key("nytt löfte"), text="Kommunen ska hålla det nya.", obligation="ska"),
        )
    return plans.document((first.model_copy(update={"body": body}), *others))


def gone() -> str:
    return f"lofte-{plans.key('avsnitt 1/löfte-2')}"


def answers() -> dict[str, str]:
    return {
        "orders_mapping": "no",
        "singles_out": "no",
        "describes_few": "no",
        "law_checked_by": "Kommunjuristen",
        "law_checked_on": "2026-02-20",
        "asks_referral": "no",
        "no_referral_reason": "Ändringarna är små.",
    }


def test_looking__begins_nothing(page: ActionPlanPage, editor: Any) -> None:
    two_new_sections(page, editor)
    shown = signed_in(editor).get(PREPARE)
    assert shown.status_code == 200 and "no-store" in shown.headers["Cache-Control"]
    assert not Matter.objects.exists()


def test_saving__keeps_some_and_the_rest_another_day(page: ActionPlanPage, editor: Any) -> None:
    two_new_sections(page, editor)
    client = signed_in(editor)
    client.post(PREPARE, {**opened(client, PREPARE), reason("avsnitt 4"): "Ny lag."})
    client.post(PREPARE, {**opened(client, PREPARE), "singles_out": "no"})
    matter = Matter.objects.get()
    assert reasons_of(matter) == {plans.key("avsnitt 4"): "Ny lag."}
    assert (matter.stage, matter.singles_out, matter.orders_mapping) == (Stage.DRAFTING, False, None)
    shown = opened(client, PREPARE)
    assert shown[reason("avsnitt 4")] == "Ny lag." and shown["singles_out"] == "no"


def test_two_editors_at_once__do_not_take_each_others_answers_away(page: ActionPlanPage, editor: Any) -> None:
    two_new_sections(page, editor)
    first, second = signed_in(editor), signed_in(roads.person("editor"))
    early = opened(first, PREPARE)
    theirs = {reason("avsnitt 5"): "Deras skäl.", "law_checked_by": "Kommunjuristen"}
    second.post(PREPARE, {**opened(second, PREPARE), **theirs})
    first.post(PREPARE, {**early, reason("avsnitt 4"): "Mitt skäl."})
    matter = Matter.objects.get()
    assert set(reasons_of(matter).values()) == {"Mitt skäl.", "Deras skäl."}
    assert matter.law_checked_by == "Kommunjuristen"


def test_answer__is_taken_back_by_emptying_it(page: ActionPlanPage, editor: Any) -> None:
    two_new_sections(page, editor)
    client = signed_in(editor)
    client.post(
        PREPARE, {**opened(client, PREPARE), reason("avsnitt 4"): "Ny lag.", "law_checked_by": "Någon"}
    )
    client.post(PREPARE, {**opened(client, PREPARE), reason("avsnitt 4"): "", "law_checked_by": ""})
    matter = Matter.objects.get()
    assert reasons_of(matter) == {} and matter.law_checked_by == ""


def test_identity_number__is_refused_and_stays_on_the_page_the_rest_is_saved(
    page: ActionPlanPage, editor: Any
) -> None:
    two_new_sections(page, editor)
    client = signed_in(editor)
    wrong = {reason("avsnitt 4"): f"Gäller {NUMBER}.", reason("avsnitt 5"): "Ny lag."}
    answer = client.post(PREPARE, {**opened(client, PREPARE), **wrong, "registry_number": "KS 2026/12"})
    assert answer.status_code == 422
    matter = Matter.objects.get()
    assert reasons_of(matter) == {plans.key("avsnitt 5"): "Ny lag."}
    assert matter.registry_number == "KS 2026/12"
    shown = read(answer)
    assert form_in(shown)[reason("avsnitt 4")] == f"Gäller {NUMBER}."
    assert f'href="#id_{reason("avsnitt 4")}"' in shown
    assert sv("Everything else that you wrote is saved.") in shown
    # Mended on the page that was answered, without another look.
    client.post(PREPARE, {**form_in(shown), reason("avsnitt 4"): "Gäller alla."})
    assert reasons_of(matter)[plans.key("avsnitt 4")] == "Gäller alla."


def test_submitting__with_a_fault_and_gaps_says_both_and_submits_nothing(
    page: ActionPlanPage, editor: Any
) -> None:
    two_new_sections(page, editor)
    client = signed_in(editor)
    wrong = {**answers(), "law_checked_on": "igår", reason("avsnitt 4"): "Ny lag.", "submit": "1"}
    answer = client.post(PREPARE, {**opened(client, PREPARE), **wrong})
    shown = read(answer)
    assert answer.status_code == 422 and Matter.objects.get().stage == Stage.DRAFTING
    assert 'href="#id_law_checked_on"' in shown
    assert f'href="{PREPARE}#id_{reason("avsnitt 5")}"' in shown


def test_submitting__when_nothing_is_missing(page: ActionPlanPage, editor: Any) -> None:
    two_new_sections(page, editor)
    client = signed_in(editor)
    reasons = {reason("avsnitt 4"): "Ny lag.", reason("avsnitt 5"): "Ny lag."}
    answer = client.post(PREPARE, {**opened(client, PREPARE), **answers(), **reasons, "submit": "1"})
    matter = Matter.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/beslut/{matter.pk}/")
    assert (matter.stage, matter.submitted_by) == (Stage.REVIEW, editor)


def test_submitting_twice__is_one_submission(page: ActionPlanPage, editor: Any) -> None:
    two_new_sections(page, editor)
    client = signed_in(editor)
    reasons = {reason("avsnitt 4"): "Ny lag.", reason("avsnitt 5"): "Ny lag."}
    sent = {**opened(client, PREPARE), **answers(), **reasons, "submit": "1"}
    for _time in range(2):
        assert client.post(PREPARE, sent).status_code == 302
    assert Matter.objects.get().events.filter(kind="submitted").count() == 1


def test_yes__asks_what_was_done_about_it(page: ActionPlanPage, editor: Any) -> None:
    two_new_sections(page, editor)
    client = signed_in(editor)
    sent = {**opened(client, PREPARE), **answers(), "singles_out": "yes", "submit": "1"}
    assert f'href="{PREPARE}#id_answers_note"' in read(client.post(PREPARE, sent))


@pytest.mark.parametrize("fate", ["same", "replaced"])
def test_vanished_promise__became_a_new_one(page: ActionPlanPage, editor: Any, fate: str) -> None:
    plans.draft(page, without_a_promise(rewritten=True), editor)
    client = signed_in(editor)
    sent = {**opened(client, PREPARE), f"{gone()}-fate": fate}
    answer = client.post(PREPARE, sent)
    assert answer.status_code == 422 and f'href="#id_{gone()}-successor"' in read(answer)
    client.post(PREPARE, {**form_in(read(answer)), f"{gone()}-successor": plans.key("nytt löfte")})
    row = Matter.objects.get().matches.get()
    assert (row.fate, str(row.successor)) == (fate, plans.key("nytt löfte"))


def test_vanished_promise__ended_and_taken_back(page: ActionPlanPage, editor: Any) -> None:
    plans.draft(page, without_a_promise(rewritten=False), editor)
    client = signed_in(editor)
    client.post(PREPARE, {**opened(client, PREPARE), f"{gone()}-fate": "ended"})
    matter = Matter.objects.get()
    assert matter.matches.get().fate == Fate.ENDED
    client.post(PREPARE, {**opened(client, PREPARE), f"{gone()}-fate": ""})
    assert not matter.matches.exists()


def test_two_promises__cannot_be_the_same_as_one_but_can_change_places(
    page: ActionPlanPage, editor: Any
) -> None:
    sections = plans.numbered_sections(3)
    new = [
        Commitment(id=plans.key(f"ny {n}"), text=f"Kommunen ska göra {n}.", obligation="ska") for n in (1, 2)
    ]
    changed = Section(**{**dict(sections[0]), "body": (sections[0].body[0], *new)})
    plans.draft(page, plans.document((changed, *sections[1:])), editor)
    client = signed_in(editor)
    first, second = (f"lofte-{plans.key(f'avsnitt 1/löfte-{n}')}" for n in (1, 2))

    def become(one: str, other: str) -> Any:
        match = {f"{first}-fate": "same", f"{first}-successor": plans.key(one)}
        match |= {f"{second}-fate": "same", f"{second}-successor": plans.key(other)}
        return client.post(PREPARE, {**opened(client, PREPARE), **match})

    assert become("ny 1", "ny 1").status_code == 422
    assert become("ny 1", "ny 2").status_code == 302
    assert become("ny 2", "ny 1").status_code == 302
    rows = open_matter(page.series).matches.values_list("vanished", "successor")
    assert (plans.key("avsnitt 1/löfte-1"), plans.key("ny 2")) in [(str(a), str(b)) for a, b in rows]


def test_sixty_changed_sections__are_one_page(page: ActionPlanPage, editor: Any) -> None:
    plans.adopt(page, large_plan("ett"))
    plans.draft(page, large_plan("två"), editor)
    client = signed_in(editor)
    sent = opened(client, PREPARE)
    reasons = {name: "Ny lag." for name in sent if name.startswith("skal-")}
    assert len(reasons) == 60
    answer = client.post(PREPARE, {**sent, **reasons, **answers(), "submit": "1"})
    assert answer.status_code == 302 and Matter.objects.get().stage == Stage.REVIEW


@pytest.mark.parametrize("role", ["reviewer", "board", "auditor"])
def test_others__are_told_whose_page_it_is(page: ActionPlanPage, editor: Any, role: str) -> None:
    two_new_sections(page, editor)
    client = signed_in(roads.person(role))
    for answer in (client.get(PREPARE, follow=True), client.post(PREPARE, answers(), follow=True)):
        assert answer.redirect_chain == [("/beslut/", 302)]
        assert sv("Editor") in read(answer)
    assert not Matter.objects.exists()


def test_review__still_takes_what_is_missing_and_then_no_longer(page: ActionPlanPage, editor: Any) -> None:
    matter = roads.submitted(page, editor)
    matter.reasons.all().delete()
    client, second = signed_in(editor), signed_in(roads.person("reviewer"))
    address = f"/beslut/{matter.pk}/"
    refused = second.post(address, opened(second, address, "approve"))
    assert refused.status_code == 422 and "avsnitt 4" in read(refused)
    client.post(PREPARE, {**opened(client, PREPARE), reason("avsnitt 4"): "Ny lag."})
    assert second.post(address, opened(second, address, "approve")).status_code == 302
    late = client.get(PREPARE, follow=True)
    assert late.redirect_chain == [(address, 302)]
