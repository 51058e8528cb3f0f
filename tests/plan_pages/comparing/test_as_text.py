"""The list of changes for decision packs and mail."""

from django.utils.translation import override

from plan_pages.comparing import compare, difference_as_text
from tests.plan_pages.comparing.documents import commitment, plan, section, text

BEFORE = plan(
    section("a", text("a", "<p>Brå leder arbetet i kommunen.</p>"), heading="Ansvar", number="3"),
    section("b", commitment("b", "Brå ska träffas två gånger per år.", "bör"), heading="Möten", number="4"),
    section("c", text("c", "<p>Utgår.</p>"), heading="Samråd", number="5"),
)
AFTER = plan(
    section("a", text("a", "<p>Brå leder allt arbetet i kommunen.</p>"), heading="Ansvar", number="3"),
    section("n", text("n", "<p>Nytt.</p>"), heading="Stöd", number="4"),
    section("b", commitment("b", "Brå ska träffas fyra gånger per år.", "ska"), heading="Möten", number="5"),
    title="Handlingsplan",
)


def test_text__has_a_line_per_change_with_its_section() -> None:
    with override("en"):
        lines = difference_as_text(compare(BEFORE, AFTER)).splitlines()
    assert lines == [
        "Title: added: Handlingsplan; removed: Plan",
        "Section 3 Ansvar: added: allt",
        "Section 4 Stöd: new section",
        "Section 4 Stöd: added: Nytt.",
        "Section 5 Möten: renumbered from 4 to 5",
        "Section 5 Möten: Changed commitment; “Brå ska träffas fyra gånger per år.”; added: fyra; removed: två; "
        "Obligation: from bör to ska",
        "Section 5 Samråd: section removed",
        "Section 5 Samråd: removed: Utgår.",
    ]


def test_text__says_where_a_moved_section_stood() -> None:
    with override("en"):
        lines = difference_as_text(compare(plan(*map(section, "abc")), plan(*map(section, "cab"))))
    assert lines == "Section c: moved; it stood after “b”"


def test_text__names_formatting() -> None:
    one, other = (plan(section("a", text("a", f"<p>Läs {word}</p>"))) for word in ("mer", "<b>mer</b>"))
    with override("en"):
        assert difference_as_text(compare(one, other)) == "Section a: “Läs mer”; formatting of “mer”: bold"
