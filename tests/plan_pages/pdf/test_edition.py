"""A sealed edition on paper: what it says of itself, and its text in order."""

import datetime
import re

import pytest
from django.utils.translation import gettext as _
from django.utils.translation import override

from plan_pages.pdf import edition_pdf

from .reading import opened, pages_of, unspaced, words_of
from .samples import ADDRESS, SOUND, TITLE, decision, full_section, head, paragraph, plan, rule_file, section


def in_order(words: str, *expected: str) -> bool:
    return re.search(".*?".join(map(re.escape, expected)), words) is not None


def test_cover__says_what_it_is_and_where_to_look() -> None:
    sealed = head(number="2.1", kind="correction", language="en")
    content = edition_pdf(sealed, plan(language="en"), address=ADDRESS, replaces="2")
    cover = pages_of(content)[0]
    assert in_order(
        cover, "Sjöviks kommun", "Action plan", TITLE, "Edition 2.1", "Correction", "Replaces edition 2"
    )
    assert in_order(cover, "Which edition is in force stands at:", ADDRESS, "Checksum")
    assert sealed.digest() in unspaced(cover)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("adopted", "Adopted"),
        ("registered", "Registered:"),
        ("correction", "Correction:"),
        ("repeal", "Repeal:"),
    ],
)
def test_cover__kind_in_words(kind: str, said: str) -> None:
    content = edition_pdf(head(kind=kind), plan(language="en"), address=ADDRESS)
    assert f"Edition 2 {said}" in pages_of(content)[0]
    assert "Replaces" not in pages_of(content)[0]


def test_decision__a_table_per_municipality() -> None:
    """A0.1; a shared plan carries one decision each."""
    sealed = head(decisions=(decision(), decision(municipality=SOUND, paragraph="§ 12", body="Fullmäktige")))
    content = edition_pdf(sealed, plan(language="en"), address=ADDRESS)
    record = pages_of(content)[1].replace("\N{NO-BREAK SPACE}", " ")
    rows = (
        "Kommunfullmäktige",
        "Adopted",
        "16 February 2026",
        "§ 74",
        "KS/2026:168",
        "1 March 2026",
        "23 February 2026",
    )
    assert in_order(record, "Decision", "Sjöviks kommun", *rows, "Storsunds kommun", "Fullmäktige", "§ 12")
    assert "§ §" not in record
    assert sealed.digest() in unspaced(record)


def test_decision__gaps_are_printed_and_never_filled() -> None:
    unknown = decision(
        body_type="other", body="", meeting_date=None, paragraph="", registry_number="", minutes_verified_on=None,
        in_effect_from=None,
    )  # fmt: skip
    content = edition_pdf(
        head(kind="registered", decisions=(unknown,)),
        plan(language="en", owner="", responsible_function="", municipalities=(), valid={}),
        address=ADDRESS,
    )
    # Six of the decision, four of the document; its outcome is known.
    assert words_of(content).count("Not stated in the document") == 6 + 4


def test_document__owner_function_and_period() -> None:
    words = words_of(
        edition_pdf(head(reason="Ny adress."), plan(language="en"), address=ADDRESS, replaces="1")
    )
    assert in_order(
        words, "Reason Ny adress.", "Owner Kommunstyrelsen", "Responsible function Säkerhetssamordnaren"
    )
    assert "from 1 March 2026 to 31 December 2029" in words
    assert "Sealed 24 February 2026 10:30" in words


def test_text__stands_in_the_documents_order() -> None:
    content = edition_pdf(
        head(),
        plan(full_section(), language="en", introduction=(paragraph("Inledande ord."),)),
        address=ADDRESS,
    )
    assert in_order(
        words_of(content), "Inledande ord.", "2.1", "Samverkan i rådet", "Före listan.", "Arbetssätt", "Yttre punkt",
        "1. Inre punkt", "Commitment: must", "Rådet ska mötas fyra gånger om året.",
        "Accountable function: Säkerhetschefen", "Helpline: Orostelefonen, 0999-12 34 56 (vardagar)",
        "Link: Metoden, https://metod.kommun.test/samtal",
    )  # fmt: skip


def test_files__with_their_checksum() -> None:
    words = words_of(edition_pdf(head(), plan(full_section(), files=(rule_file(),)), address=ADDRESS))
    assert in_order(words, "Rutin (2,0", "SHA-256")
    assert "ab" * 32 in unspaced(words)


def test_repeal__has_the_decision_and_no_text() -> None:
    content = edition_pdf(
        head(kind="repeal", number="3"), plan(language="en", municipalities=()), address=ADDRESS, replaces="2"
    )
    assert len(pages_of(content)) == 2
    assert "Outcome Repealed" in words_of(content)


@pytest.mark.parametrize(("sections", "listed"), [(3, False), (4, True)])
def test_contents__from_four_sections_on(sections: int, listed: bool) -> None:
    document = plan(*(section(number, paragraph("Ord.")) for number in range(sections)), language="en")
    content = edition_pdf(head(), document, address=ADDRESS)
    assert ("Contents" in words_of(content)) is listed
    assert [item.get_title() for item in opened(content).get_toc()] == [
        "Decision", "About this document", *(f"Avsnitt {number}" for number in range(sections)),
    ]  # fmt: skip


def test_outline__numbers_and_levels_without_a_gap() -> None:
    levels = [(3, "a"), (1, "b"), (3, "c"), (2, "")]
    sections = [
        section(n, number=f"{n}.", heading=name, level=level) for n, (level, name) in enumerate(levels[:3])
    ]
    content = edition_pdf(
        head(), plan(*sections, section(9, paragraph("Utan rubrik."), heading="", level=2)), address=ADDRESS
    )
    outline = [(item.level, item.get_title()) for item in opened(content).get_toc()][2:]
    assert b"<pdfuaid:part>1<" in content
    assert outline == [
        (0, "0.\N{NO-BREAK SPACE}a"),
        (0, "1.\N{NO-BREAK SPACE}b"),
        (1, "2.\N{NO-BREAK SPACE}c"),
    ]


def test_pages__carry_title_edition_and_number() -> None:
    pages = pages_of(edition_pdf(head(), plan(full_section(), language="en"), address=ADDRESS))
    for number, page in enumerate(pages, start=1):
        assert f"page {number} of {len(pages)}" in page
        assert page.startswith(f"{TITLE} Edition 2") is (number > 1)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_words__are_the_documents_language(language: str) -> None:
    with override("en" if language == "sv" else "sv"):
        words = words_of(edition_pdf(head(), plan(full_section(), language=language), address=ADDRESS))
    with override(language):
        expected = [_("Accountable function"), _("Which edition is in force stands at:"), _("In effect from")]
        assert all(said in words for said in expected)
    assert ("1 mars 2026" in words) is (language == "sv")


def test_words__of_a_language_the_interface_does_not_speak() -> None:
    words = words_of(edition_pdf(head(), plan(full_section(), language="fi"), address=ADDRESS))
    assert "1 mars 2026" in words


def test_decision__time_of_sealing_is_the_municipalitys() -> None:
    sealed = head(sealed_at=datetime.datetime(2026, 6, 30, 22, 30, tzinfo=datetime.UTC))
    assert "Sealed 1 July 2026 00:30" in words_of(edition_pdf(sealed, plan(language="en"), address=ADDRESS))
