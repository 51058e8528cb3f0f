"""What the includes show: summary first, words beside colours, one reading order."""

import re

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from plan_pages.comparing import compare
from plan_pages.documents import EditionDocument
from tests.plan_pages.comparing.documents import commitment, plan, section, text
from tests.support.large_plans import large_plan

STAYS = section("a", text("a", "<p>Står kvar.</p>"), heading="Syfte", number="1")
BEFORE = plan(
    STAYS,
    section("b", text("b", "<p>Brå leder <i>arbetet</i> i kommunen.</p>"), heading="Ansvar", number="2"),
    section("c", commitment("c", "Kommunen ska lyssna."), heading="Samråd", number="3"),
)
AFTER = plan(
    STAYS,
    section("b", text("b", "<p>Brå styr arbetet i &lt;kommunen&gt;.</p>"), heading="Ansvar", number="2"),
    section("d", text("d", "<p>Ring oss.</p>"), heading="Stöd", number="3"),
    title="Ny plan",
)


def page(before: EditionDocument, after: EditionDocument, language: str = "en") -> str:
    with override(language):
        context = {"comparison": compare(before, after), "before": "Edition 1", "after": "Edition 2"}
        return render_to_string("plan_pages/comparing/comparison.html", context)


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_page__every_link_of_the_summary_leads_somewhere() -> None:
    html = page(BEFORE, AFTER)
    ids = re.findall(r'\bid="([^"]+)"', html)
    links = re.findall(r'href="#([^"]+)"', html)
    assert {"andring-avsnitt-b-sectio", "andring-atagande-c-promis", "andring-title"} <= set(links)
    assert set(links) <= set(ids)
    assert set(re.findall(r'aria-labelledby="([^"]+)"', html)) <= set(ids)
    assert len(ids) == len(set(ids))


def test_page__counts_stand_before_the_sections() -> None:
    html = page(BEFORE, AFTER)
    for phrase in ("1 changed section", "1 new section", "1 removed section", "1 removed commitment"):
        assert html.index(phrase) < html.index("Section by section")


def test_page__earlier_words_stand_before_those_of_now() -> None:
    html = page(BEFORE, AFTER)
    row = html[html.index("Ansvar</h3>") :]
    before, after = row.index("comparison__cell--before"), row.index("comparison__cell--after")
    assert before < row.index("<del>") < after < row.index("<ins>")


def test_page__what_changed_is_said_in_words() -> None:
    read = words(page(BEFORE, AFTER))
    assert "Removed: Brå [removed: leder end of removed] arbetet i kommunen." in read.replace(
        "[removed: kommunen end of removed]", "kommunen"
    )
    assert "Added: Brå [added: styr end of added]" in read
    assert "Removed commitment (ska)" in read


def test_page__text_of_the_plan_is_escaped() -> None:
    html = page(BEFORE, AFTER)
    assert "&lt;" in html
    assert "<kommunen" not in html


def test_page__unchanged_sections_are_folded() -> None:
    html = page(BEFORE, AFTER)
    folded = html[html.index('<details class="comparison__unchanged">') :]
    assert "1 unchanged section" in folded
    assert folded.index("Står kvar.") < folded.index("</details>")


@pytest.mark.parametrize(("language", "marked"), [("en", True), ("sv", False)])
def test_page__foreign_text_says_its_language(language: str, marked: bool) -> None:
    html = page(BEFORE, AFTER, language)
    changed = html[html.index("Ansvar</h3>") :]
    attributes = re.findall(
        r'<p class="comparison__text[^"]*"([^>]*)>', changed[: changed.index("</section>")]
    )
    assert attributes == [' lang="sv"' if marked else ""] * 2
    assert set(re.findall(r'<span class="visually-hidden" lang="(\w+)"', html)) == {language}


def test_page__says_when_nothing_differs() -> None:
    assert "The two texts do not differ." in page(BEFORE, BEFORE)
    assert "The two texts do not differ." not in page(BEFORE, AFTER)


def test_page__without_names_of_the_editions() -> None:
    with override("en"):
        html = render_to_string(
            "plan_pages/comparing/comparison.html", {"comparison": compare(BEFORE, AFTER)}
        )
    assert "removed what stood only in the earlier text" in html


def inline(title: str) -> str:
    with override("en"):
        (found,) = [one for one in compare(BEFORE, AFTER).sections if one.title == title]
        context = {"section": found, "since": "edition 1", "language": "sv"}
        return words(render_to_string("plan_pages/comparing/section_changes.html", context))


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("2 Ansvar", "Changed since edition 1 Changed: Brå [removed: leder end of removed]"),
        ("3 Stöd", "New since edition 1"),
        ("3 Samråd", "3 Samråd Removed since edition 1 Show the removed text Removed commitment (ska)"),
        ("1 Syfte", ""),
    ],
)
def test_section_changes__show_chip_and_changed_paragraphs(title: str, shown: str) -> None:
    read = inline(title)
    assert read.startswith(shown) if shown else read == ""


def test_page__everything_changed_in_a_large_plan_is_shown() -> None:
    """How long it takes is measured by `make bench`."""
    comparison = compare(large_plan("förut"), large_plan("nu"))
    assert comparison.commitment_counts.changed_text == 180
    read = page(large_plan("förut"), large_plan("nu"))
    assert read.count("<del") >= 180 <= read.count("<ins")
