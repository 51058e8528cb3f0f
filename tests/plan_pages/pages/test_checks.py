"""An editor says how a promise is measured; it is kept, decided, compared and never lost."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as some
from wagtail_localize.segments.extract import extract_segments

from handslag.clock import today
from handslag.evidence import Evidence, EvidenceSource, sources
from plan_pages.documents import EditionDocument
from plan_pages.documents.model import Check
from plan_pages.editions.kinds import EditionKind
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.pages.blocks import CheckBlock
from plan_pages.pages.building import sections_of
from plan_pages.pages.source_choice import source_choices
from plan_pages.pages.unfinished import unfinished_in
from plan_pages.seal.refusals import CannotBeSealedError
from tests.support import plans
from tests.support.factories import UserFactory, make_site
from tests.support.plan_forms import plan_form

FOUR_TIMES = Check(source="meetings", parameters={"n": 4, "group": "0180"})
TWICE = Check(source="meetings", parameters={"n": 2, "group": "0180"})
UNREADABLE: dict[str, tuple[dict[str, str], str, str]] = {
    "a line without a value": ({"source": "meetings", "parameters": "n"}, "parameters", "saknar ”=”"),
    "a name twice": ({"source": "meetings", "parameters": "n = 1\nn = 2"}, "parameters", "står två gånger"),
    "no source": ({"source": "", "parameters": "n = 1"}, "source", "Välj vad"),
    "a name the source does not know": (
        {"source": "meetings", "parameters": "m = 1"},
        "parameters",
        "inget värde som heter ”m”; skriv något av dessa: n, group",
    ),
}

HALF_WRITTEN = some.none() | some.text(alphabet=some.sampled_from('n=4 "\\\n\r'), max_size=12)


@pytest.fixture
def meetings() -> Iterator[EvidenceSource]:
    """A source that is registered for one test."""
    source = EvidenceSource(
        name="meetings",
        title="Möten i rådet",
        measure=lambda parameters, day: Evidence(value=None, as_of=today()),
        parameters=("n", "group"),
    )
    yield sources.register(source)
    sources.unregister(source.name)


@pytest.fixture
def plan(db: None) -> ActionPlanPage:
    make_site()
    return plans.plan_page(text=measured(FOUR_TIMES))


def measured(check: Check | None, **fields: Any) -> EditionDocument:
    """The text whose first promise is measured so."""
    first, *rest = plans.document().sections
    text, promise, *others = first.body
    changed = first.model_copy(update={"body": (text, promise.model_copy(update={"check": check}), *others)})
    return plans.document(sections=(changed, *rest), **fields)


def first_check(page: ActionPlanPage) -> Check | None:
    document = ActionPlanPage.objects.get(pk=page.pk).get_latest_revision_as_object().to_document()
    return document.commitments[0].check


def stored(**check: Any) -> list[dict[str, Any]]:
    """A section with one promise, as a StreamField holds it."""
    promise = {"text": "Vi ska mötas.", "obligation": "ska", "lead": "", "accountable_function": "", **check}
    body = [{"type": "commitment", "id": plans.key("löfte"), "value": promise}]
    value = {"number": "1", "heading": "Möten", "level": "1", "body": body, "facts": []}
    return [{"type": "section", "id": plans.key("avsnitt"), "value": value}]


def edit(page: ActionPlanPage, check: dict[str, str]) -> Any:
    """Save the draft in the editor, with one promise that is measured so."""
    promise = {**stored()[0]["value"]["body"][0]["value"], "check": check}
    client = Client()
    client.force_login(UserFactory(is_superuser=True))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(address, plan_form(page.title, ("commitment", promise)))


def errors_of(answer: Any) -> dict[str, list[str]]:
    """What is said beside the two fields of the first promise."""
    found = answer.context["form"].errors.as_data()["sections"][0].as_json_data()
    for place in (0, "body", 0, "check"):
        found = found["blockErrors"][place]
    return {field: error["messages"] for field, error in found["blockErrors"].items()}


def test_check__is_in_the_page_as_in_the_document_both_ways(plan: ActionPlanPage) -> None:
    draft = plan.get_latest_revision_as_object()
    document = draft.to_document()
    assert document == measured(FOUR_TIMES)
    draft.fill_from(document)
    draft.save()
    again = ActionPlanPage.objects.get(pk=plan.pk)
    assert again.to_document() == document
    # As the editor's form writes it.
    assert again.sections[0].value["body"][1].value["check"] == {
        "source": "meetings",
        "parameters": "n = 4\ngroup = 0180",
    }


@pytest.mark.parametrize("old", [{}, {"check": None}], ids=["without the field", "with nothing in it"])
def test_block__from_before_there_were_checks_is_read(plan: ActionPlanPage, old: dict[str, Any]) -> None:
    plan.sections = plan.sections.stream_block.to_python(stored(**old))
    assert plan.to_document().commitments[0].check is None
    assert plan.unfinished() == []
    plan.save()
    page = ActionPlanPage.objects.get(pk=plan.pk)
    block = page.sections.stream_block
    form = block.get_form_state(page.sections)[0]["value"]["body"][0]["value"]["check"]
    assert form == {"source": [""], "parameters": None}
    assert block.clean(page.sections)[0].value["body"][0].value["check"] == {"source": "", "parameters": ""}


@given(source=HALF_WRITTEN, parameters=HALF_WRITTEN)
def test_draft__is_shown_and_names_what_its_text_leaves_out(
    source: str | None, parameters: str | None
) -> None:
    raw = stored(check={"source": source, "parameters": parameters})
    (promise,) = sections_of(raw)[0].commitments
    written = f"{source or ''}{parameters or ''}".strip()
    assert bool(list(unfinished_in(raw))) == (promise.check is None and bool(written))


@pytest.mark.parametrize("name", UNREADABLE)
def test_editor__says_what_is_wrong_beside_the_field(
    plan: ActionPlanPage, meetings: EvidenceSource, name: str
) -> None:
    check, field, sentence = UNREADABLE[name]
    answer = edit(plan, check)
    assert answer.status_code == 200
    said = errors_of(answer)
    assert list(said) == [field]
    assert len(said[field]) == 1 and sentence in said[field][0]
    shown = answer.context["form"]["sections"].value()[0].value["body"][0].value["check"]
    assert shown == check
    assert first_check(plan) == FOUR_TIMES


def test_editor__keeps_what_is_right(plan: ActionPlanPage, meetings: EvidenceSource) -> None:
    assert edit(plan, {"source": "meetings", "parameters": "n = 3"}).status_code == 302
    assert first_check(plan) == Check(source="meetings", parameters={"n": 3})


def test_editor__keeps_a_source_that_is_not_registered(plan: ActionPlanPage) -> None:
    """What it takes is not known, so nothing is said of its parameters."""
    assert "meetings" not in sources
    assert edit(plan, {"source": "meetings", "parameters": "m = 4"}).status_code == 302
    assert first_check(plan) == Check(source="meetings", parameters={"m": 4})
    assert plan.get_latest_revision_as_object().unfinished() == []


def test_editor__takes_a_check_away(plan: ActionPlanPage) -> None:
    assert edit(plan, {"source": "", "parameters": ""}).status_code == 302
    assert first_check(plan) is None


def test_choices__name_the_sources_or_say_that_there_are_none(meetings: EvidenceSource) -> None:
    registered = list(sources)
    with override("en"):
        choices = source_choices()
        assert choices[0] == ("", "not measured here") and ("meetings", "Möten i rådet") in choices
        assert [name for name, _title in choices[1:]] == [source.name for source in registered]
        assert CheckBlock().child_blocks["source"].field.choices[1:] == choices[1:]
        for source in registered:
            sources.unregister(source.name)
        try:
            assert source_choices() == [("", "nothing on this site measures commitments yet")]
        finally:
            for source in registered:
                sources.register(source)


@pytest.mark.django_db
def test_source__that_is_registered_needs_no_migration(meetings: EvidenceSource) -> None:
    call_command("makemigrations", "plan_pages", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("name", [name for name in UNREADABLE if "know" not in name])
def test_check__that_cannot_be_read_is_not_decided(plan: ActionPlanPage, name: str) -> None:
    """Stored by other roads than the form."""
    check, _field, sentence = UNREADABLE[name]
    draft = plan.get_latest_revision_as_object()
    draft.sections = draft.sections.stream_block.to_python(stored(check=check))
    draft.save_revision()
    assert first_check(plan) is None
    with pytest.raises(CannotBeSealedError) as told:
        plans.adopt(plan)
    (said,) = told.value.messages
    assert said.startswith("Hur ett åtagande i avsnittet ”Möten” mäts går inte att läsa: ")
    assert sentence in said


def test_check__is_decided_with_the_promise(plan: ActionPlanPage, client: Client) -> None:
    plans.adopt(plan)
    client.force_login(UserFactory(roles=["staff"]))
    content = client.get("/handlingsplan/utgavor/1.json").json()
    (promise,) = (part for part in _parts(content) if part.get("id") == plans.key("avsnitt 1/löfte-1"))
    assert promise["check"] == {"source": "meetings", "parameters": {"n": 4, "group": "0180"}}


def _parts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _parts(inner)


@pytest.mark.parametrize("after", [None, TWICE, Check(source="courses")], ids=["none", "less", "another"])
def test_correction__may_not_change_how_a_promise_is_measured(
    plan: ActionPlanPage, after: Check | None
) -> None:
    plans.adopt(plan)
    order: dict[str, Any] = {"kind": EditionKind.CORRECTION, "corrects": 1, "decisions": (), "reason": "Fel"}
    with override("en"), pytest.raises(CannotBeSealedError, match="that takes a new decision"):
        plans.adopt(plan, measured(after), **order)
    assert str(plans.adopt(plan, measured(FOUR_TIMES, owner="nämnden"), **order).number) == "1.1"


def test_comparison__shows_how_a_promise_is_measured_now(plan: ActionPlanPage, client: Client) -> None:
    plans.adopt(plan)
    plans.adopt(plan, measured(TWICE))
    client.force_login(UserFactory(roles=["staff"]))
    shown = client.get("/handlingsplan/jamfor/1/2/").content.decode()
    assert "Hur det mäts" in shown
    assert "meetings (group = &quot;0180&quot;, n = 4)" in shown
    assert "meetings (group = &quot;0180&quot;, n = 2)" in shown


def test_translation__leaves_the_measure_as_it_is(plan: ActionPlanPage) -> None:
    paths = [segment.path for segment in extract_segments(plan.get_latest_revision_as_object())]
    assert any(path.endswith(".accountable_function") for path in paths)
    assert [path for path in paths if ".check" in path] == []
