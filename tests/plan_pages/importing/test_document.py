"""An imported plan as a document: promises stand where their sentence stands, no word is lost or written twice."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from plan_pages.documents import EditionDocument, List, Place, Section, Subheading, Text
from plan_pages.documents.rich_text import text_of
from plan_pages.importing.document import to_document
from plan_pages.importing.reader import read_plan_from
from plan_pages.importing.refusal import ImportRefusedError


def document_of(text: str, name: str = "plan.txt") -> EditionDocument:
    return to_document(read_plan_from(f"Handlingsplan mot hot\n\n{text}".encode(), name))


def shown(section: Section) -> list[str]:
    """A line per passage and block: "ska: …" for a commitment, "1. …" and "• …" for items."""
    lines: list[str] = []
    for passage in section.body:
        if isinstance(passage, Text):
            for block in passage.blocks:
                lines += _items(block) if isinstance(block, List) else [text_of(block.runs)]
        else:
            lines.append(f"{passage.obligation}: {passage.text}")
    return lines


def _items(block: List, depth: int = 0) -> list[str]:
    lines: list[str] = []
    for count, item in enumerate(block.items, 1):
        mark = f"{count}." if block.ordered else "•"
        lines.append(f"{'  ' * depth}{mark} {text_of(item.runs)}")
        for inner in item.lists:
            lines += _items(inner, depth + 1)
    return lines


def test_commitment__stands_where_its_sentence_stands() -> None:
    (section,) = document_of(
        "1. Samverkan\n\nPolisen är med. Vi ska träffas. Det är viktigt. Så är det.\n"
    ).sections
    assert shown(section) == ["Polisen är med.", "ska: Vi ska träffas.", "Det är viktigt. Så är det."]


def test_list_led_in__gives_a_commitment_per_item_with_its_lead() -> None:
    (section,) = document_of(
        "1. Mål\n\nLäget är känt. Kommunen ska:\n\n- utbilda personal,\n- samverka.\n\nSlut.\n"
    ).sections
    assert shown(section) == [
        "Läget är känt. Kommunen ska:",
        "ska: utbilda personal,",
        "ska: samverka.",
        "Slut.",
    ]
    assert [commitment.lead for commitment in section.commitments] == ["Kommunen ska:", "Kommunen ska:"]
    assert section.commitments[1].sentence == "Kommunen ska samverka."


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("- Skola\n- Polis\n", ["• Skola", "• Polis"]),
        ("a) Skola\nb) Polis\n", ["1. Skola", "2. Polis"]),
        ("1) Skola\n2) Polis\n", ["1. Skola", "2. Polis"]),
        ("3) Skola\n4) Polis\n", ["3) Skola", "4) Polis"]),
        ("1) Skola\n2) Rektor ska leda.\n3) Polis\n", ["1) Skola", "ska: Rektor ska leda.", "3) Polis"]),
        ("- Skola\n- Rektor ska leda.\n- Polis\n", ["Skola", "ska: Rektor ska leda.", "Polis"]),
        ("- Skolan är med. Rektor ska leda.\n", ["Skolan är med.", "ska: Rektor ska leda."]),
        ("Målen är att:\n\n- skolan är trygg\n", ["Målen är att:", "• skolan är trygg"]),
        ("Kommunen bör därför\n- lyssna\n", ["Kommunen bör därför", "bör: lyssna"]),
        ("Se här:\n\n- Skola\n\nText.\n\n- Polis\n", ["Se här:", "• Skola", "Text.", "• Polis"]),
    ],
)  # fmt: skip
def test_list__stays_a_list_unless_it_binds(source: str, lines: list[str]) -> None:
    (section,) = document_of(f"1. Aktörer\n\n{source}").sections
    assert shown(section) == lines


def test_list_within_a_list__stays_within() -> None:
    page = "<ol><li>Ett<ul><li>Inre</ul><li>Två</ol>"
    (section,) = document_of(f"<h1>Plan</h1><h2>Steg</h2>{page}", "plan.html").sections[-1:]
    assert shown(section) == ["1. Ett", "  • Inre", "2. Två"]


def test_introduction__is_what_stands_before_the_first_heading() -> None:
    plan = read_plan_from(
        b"Handlingsplan\n\nPlanen visar hur kommunen arbetar. Vi ska samverka.\n\n1. Syfte\n\nText.\n",
        "a.txt",
    )
    document = to_document(plan)
    assert [
        text_of(block.runs) for block in document.introduction if not isinstance(block, (List, Subheading))
    ] == ["Planen visar hur kommunen arbetar. Vi ska samverka."]
    assert [section.heading for section in document.sections] == ["Syfte"]
    with override("en"):
        assert any(
            "before the first heading" in gap
            for gap in read_plan_from(
                b"Handlingsplan\n\nVi ska samverka med alla som vill.\n\n1. Syfte\n\nText.\n", "a.txt"
            ).gaps
        )


def test_plan_without_headings__is_one_section_under_its_title() -> None:
    document = document_of("Kommunen ska samverka. Så är det.\n")
    assert [section.heading for section in document.sections] == ["Handlingsplan mot hot"]
    assert len(document.commitments) == 1


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Rädda alla har en stödtelefon med nummer 020-555 01 02.", [("helpline", "Stödtelefon", "020-555 01 02")]),
        ("Orostelefonen för anhöriga: 020-555 01 02", [("helpline", "Orostelefonen för anhöriga", "020-555 01 02")]),
        ("Ring 020-555 01 02 (Rädda allas orostelefon).", [("helpline", "Rädda allas orostelefon", "020-555 01 02")]),
        ("Polisen når du på 114 14.", [("contact", "Polisen", "114 14")]),
        ("Växeln svarar. Ring 0555-100 10.", [("contact", "Telephone", "0555-100 10")]),
        ("Läs mer på: www.plan.example.", [("link", "Web page", "www.plan.example")]),
        ("Materialet finns på: www.plan.example.", [("link", "Materialet", "www.plan.example")]),
        (
            "Mejla trygg@plan.example eller se plan.se/oro.",
            [("contact", "E-mail", "trygg@plan.example"), ("link", "Web page", "plan.se/oro")],
        ),
        ("Ring 112. Ring alltid 112.", [("contact", "Telephone", "112")]),
        ("Lag (2023:196), 2019-02-18, dnr 2018/311, 10 000 kronor, 12-15 år.", []),
    ],
)  # fmt: skip
def test_facts__carry_the_value_verbatim_and_the_words_around(
    text: str, facts: list[tuple[str, str, str]]
) -> None:
    plan = read_plan_from(f"Plan mot hot\n\n1. Stöd\n\n{text}\n".encode(), "plan.txt")
    (section,) = to_document(plan, language="en").sections
    assert [(fact.kind, fact.label, fact.value) for fact in section.facts] == facts


def test_head_of_the_document__is_what_the_file_states() -> None:
    place = Place(code="0000", name="Dal")
    text = (
        "Plan mot hot\n\nPlanägare: Kommunstyrelsen\nDokumentansvarig: Säkerhetschef\nGiltighetstid: 2019–2022\n\n"
        "1. Mål\n\nText.\n"
    )
    document = to_document(read_plan_from(text.encode(), "a.txt"), language="sv", municipalities=(place,))
    assert (document.owner, document.responsible_function) == ("Kommunstyrelsen", "Säkerhetschef")
    assert (str(document.valid.first), str(document.valid.last)) == ("2019-01-01", "2022-12-31")
    assert (document.kind, document.municipalities, document.language) == ("action_plan", (place,), "sv")


def test_ids__are_new_in_every_document() -> None:
    plan = read_plan_from(
        "Plan mot hot\n\n1. Mål\n\nVi ska se. Ring 0555-100 10. Vi bör höra.\n".encode(), "a.txt"
    )
    ids = [
        identity
        for document in (to_document(plan), to_document(plan))
        for section in document.sections
        for identity in (
            section.id,
            *(part.id for part in section.body),
            *(fact.id for fact in section.facts),
        )
    ]
    assert len(ids) == len(set(ids)) == 2 * 5
    assert {uuid.UUID(identity).version for identity in ids} == {4}


@pytest.mark.parametrize(
    ("headings", "levels"),
    [
        (["1. Ett", "1.1 Två", "1.1.1 Tre", "1.1.1.1 Fyra", "2. Fem"], [1, 2, 3, 3, 1]),
        (["## Ett", "### Två", "###### Sex"], [1, 2, 3]),
        (["ETT", "TVÅ"], [1, 1]),
    ],
)
def test_level__comes_from_the_number_else_from_the_heading(headings: list[str], levels: list[int]) -> None:
    document = document_of("".join(f"{heading}\n\nText om detta.\n\n" for heading in headings))
    assert [section.level for section in document.sections] == levels


WORDS = st.sampled_from(
    [
        "kommunen",
        "skolan",
        "polisen",
        "läget",
        "stödet",
        "samverkan",
        "rådet",
        "våren",
        "s.k.",
        "t.ex.",
        "2019",
        "12",
    ]
)


@dataclass(frozen=True)
class Part:
    """A paragraph or an item as it is written, and its words."""

    written: str
    words: list[str]


@st.composite
def sentences(draw: Callable[[st.SearchStrategy[list[str]]], list[str]]) -> str:
    words = draw(st.lists(WORDS, min_size=2, max_size=12))
    verb = draw(st.lists(st.sampled_from(["ska", "bör", "kan", "är"]), min_size=1, max_size=1))
    (end,) = draw(st.lists(st.sampled_from([".", ".", "!", " (se s. 3)."]), min_size=1, max_size=1))
    return f"Kommunen {verb[0]} {' '.join(words)} alltid{end}"


paragraphs = (
    st.lists(sentences(), min_size=1, max_size=4).map(" ".join).map(lambda text: Part(text, text.split()))
)
items = st.builds(
    lambda mark, text: Part(f"{mark} {text}", text.split()), st.sampled_from(["-", "•"]), sentences()
)
leads = st.sampled_from(["Kommunen ska:", "Målen är att:", "Vi bör särskilt:"]).map(
    lambda text: Part(text, text.split())
)
plans = st.lists(
    st.lists(st.one_of(paragraphs, items, leads), min_size=1, max_size=6), min_size=1, max_size=4
)


@pytest.mark.slow
@given(plans)
def test_document__holds_the_words_of_the_file_once_in_their_order(plan: list[list[Part]]) -> None:
    written = "".join(
        f"{number}. Rubrik nummer {number}\n\n" + "".join(f"{part.written}\n\n" for part in parts)
        for number, parts in enumerate(plan, 1)
    )
    document = document_of(written)
    assert len(document.sections) == len(plan)
    for section, parts in zip(document.sections, plan, strict=True):
        body = section.model_copy(update={"facts": ()})
        assert " ".join(body.lines()).split() == [word for part in parts for word in part.words]


@given(st.binary(max_size=600) | st.text(max_size=600).map(str.encode))
def test_any_file__is_read_or_refused(content: bytes) -> None:
    """Nothing but a refusal comes out of a file that cannot be read, and a plan that can be makes a document."""
    try:
        plan = read_plan_from(content, "plan")
    except ImportRefusedError:
        return
    to_document(plan)
