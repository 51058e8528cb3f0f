"""A correction changes a number, an address or a name: no promise, and no words that could be one."""

from typing import Any

import pytest

from plan_pages.correcting.correction.changing import Changes, FactChange, FactText, corrected
from plan_pages.correcting.correction.models import Correction
from plan_pages.correcting.correction.wording import Wording, is_correctable
from plan_pages.documents import Commitment, EditionDocument, Item, List, Paragraph, Run, Text
from plan_pages.editions.edition import Edition
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.seal.texts import document_of
from tests.plan_pages.correcting import desk
from tests.plan_pages.correcting.desk import (
    NEW,
    answer,
    field_of,
    page_of,
    proposed,
    sent,
    signed_in,
    text_of,
)
from tests.support import plans

pytestmark = pytest.mark.django_db

editor, secretary = desk.editor, desk.secretary

OLD = "020-100 200"


def document() -> EditionDocument:
    """The number stands in a paragraph, a link, a list and a promise."""
    first, *others = plans.numbered_sections(2)
    text = Text(
        id=plans.key("löpande"),
        blocks=(
            plans.paragraph(f"Ring {OLD}, eller 1{OLD}, när du är orolig."),
            Paragraph(
                runs=(Run(text=OLD, bold=True, href="tel:020100200"), Run(text=" Rädda Barnen svarar."))
            ),
            List(items=(Item(runs=(Run(text=f"nummer {OLD}"),)),)),
        ),
    )
    promise = Commitment(id=plans.key("löftet"), text=f"Kommunen ska hänvisa till {OLD}.", obligation="ska")
    section = first.model_copy(update={"body": (text, promise, *first.body)})
    return plans.document((section, *others))


decided, plan = desk.decided, desk.page


@pytest.fixture
def page(plan: ActionPlanPage) -> ActionPlanPage:
    plans.adopt(plan, document())
    return plan


def test_wording__is_corrected_in_text_and_links_and_in_no_promise(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    correction = proposed(editor, old_wording=OLD, new_wording=NEW)
    seen = text_of(signed_in(secretary).get(page_of(correction)))
    assert seen.count("<ins>") >= 3 and "tel:0101112233" in seen
    answer(secretary, page_of(correction))
    before, after = (
        document_of(Edition.objects.get(main=2, correction=0)),
        document_of(Edition.objects.get(main=2, correction=1)),
    )
    assert after.commitments == before.commitments
    text = after.sections[0].body[0]
    assert isinstance(text, Text)
    assert text.blocks == (
        plans.paragraph(f"Ring {NEW}, eller 1{OLD}, när du är orolig."),
        Paragraph(runs=(Run(text=NEW, bold=True, href="tel:0101112233"), Run(text=" Rädda Barnen svarar."))),
        List(items=(Item(runs=(Run(text=f"nummer {NEW}"),)),)),
    )
    assert after.sections[1:] == before.sections[1:]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Kommunen ska hålla löfte 1 i avsnitt 1.", "Kommunen kan hålla löfte 1 i avsnitt 1."),
        ("Säkerhetschef", "Kommunchef"),
        ("finns inte i texten", "annat"),
        ("Texten är ny.", "Texten är gammal."),
        ("ny", "gammal"),
    ],
)
def test_wording__that_is_more_than_a_name_or_stands_elsewhere_is_refused(
    page: ActionPlanPage, editor: Any, old: str, new: str
) -> None:
    response = sent(signed_in(editor), old_wording=old, new_wording=new)
    assert response.status_code == 422 and "old_wording" in response.context["form"].errors
    assert f'value="{old}"' in text_of(response) and not Correction.objects.exists()


@pytest.mark.parametrize(
    ("old", "new", "correctable"),
    [
        ("020-100 200", "+46 (0)20-100 200", True),
        ("08-527 44 90", "112", True),
        ("https://gammal.example/sida", "www.ny.example", True),
        ("gammal.example", "info@ny.example", True),
        ("Rädda Barnen", "Röda Korset", True),
        ("Landstinget i Västernorrland", "Region Västernorrland", True),
        ("fyra", "två", False),
        ("Fyra", "Två", False),
        ("Ska", "Kan", False),
        ("Kommunen ska", "Kommunen kan", False),
        ("Minst Fyra", "Högst Fyra", False),
        ("500 000", "50 000", False),
        ("2026", "2027", False),
        ("4", "2", False),
        ("Brå 4", "Brå 2", False),
        ("möten", "samtal", False),
        ("Rädda Barnen", "020-100 200", False),
        ("2.1", "2.2", False),
        ("", "Röda Korset", False),
    ],
)
def test_wording__table_of_what_a_correction_is_for(old: str, new: str, correctable: bool) -> None:
    assert is_correctable(Wording(old, new)) is correctable


def test_forged_fields__name_no_promise(page: ActionPlanPage, editor: Any) -> None:
    promise = plans.key("avsnitt 1/löfte-1")
    forged = {f"{promise}-{part}": "Inget lovas." for part in ("text", "label", "value", "obligation")}
    assert sent(signed_in(editor), **forged).status_code == 422
    assert not Correction.objects.exists()


def test_forged_fields__beside_a_true_change_do_nothing(
    page: ActionPlanPage, editor: Any, secretary: Any
) -> None:
    promise = plans.key("avsnitt 1/löfte-1")
    changes = {field_of("avsnitt 1"): NEW, f"{promise}-text": "Inget lovas.", f"{promise}-value": "Inget."}
    answer(secretary, page_of(proposed(editor, **changes)))
    latest = document_of(Edition.objects.get(correction=1))
    assert latest.commitments == document().commitments and "Inget" not in latest.model_dump_json()


def test_corrected__a_fact_that_says_something_else_by_now_is_left() -> None:
    text = document()
    fact = text.sections[0].facts[0]
    change = FactChange(
        text.sections[0].id, fact.id, FactText("Växeln", "010-999 99 99"), FactText("Växeln", NEW)
    )
    assert corrected(text, Changes((change,))) == text


def test_corrected__a_bare_address_turns_nothing_else_into_a_link() -> None:
    text = document()
    assert corrected(text, Changes(wording=Wording("gammal.example", "https://ny.example"))) == text
