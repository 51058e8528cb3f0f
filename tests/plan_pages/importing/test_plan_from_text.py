"""A plan as extracted from a PDF: broken words, headings over several lines, the decision's line."""

from pathlib import Path

import pytest

from plan_pages.importing.plan import ImportedPlan
from plan_pages.importing.reader import read_plan

EXTRACTED = """\
 Lokal handlingsplan mot våldsbejakande extremism \n \n \nAntagen av kommunfullmäktige (KF) 2019-02-18, § 12. \n \n \n
1. Samverkan mellan alla berörda aktörer är en förutsättning för det \nförebyggande arbetet i kommunen \n \n\
Vi ska fortsätta arbetet i det brottsförebyggande rådet. Där ingår samord-\nnare, chefer och polisen. \n \n\
Vi bör även pröva nya mötesplatser med förenings-\nlivet. \n \n
2. Skolans roll \n \nFörutom elevhälsan ska både grund- och gymnasieskola ta del av planen. Det kan \nexempelvis röra \
sig om mentorer. Den s.k. \n vit makt-miljön och den vit makt-\nmiljö som syns på nätet följs. Kommunens stöd- \n\
telefon har nummer 0999-12 34 56. Läs mer på: \nwww.stod.exempel.test. Regionen kan också vara en viktig \
samverkans-\npartner. \n \n\nhttp://www.stod.exempel.test/\n 3. Följ upp arbetet \n \n\
Uppföljningen skall ske varje år. \
\n \n– – -  \n"""


@pytest.fixture
def plan(tmp_path: Path) -> ImportedPlan:
    file = tmp_path / "plan.txt"
    file.write_text(EXTRACTED, encoding="utf-8")
    return read_plan(file)


def test_text__headings_are_whole_and_numbered(plan: ImportedPlan) -> None:
    assert [(section.number, section.heading) for section in plan.sections] == [
        (
            "1",
            "Samverkan mellan alla berörda aktörer är en förutsättning för det förebyggande arbetet i kommunen",
        ),
        ("2", "Skolans roll"),
        ("3", "Följ upp arbetet"),
    ]
    assert plan.title == "Lokal handlingsplan mot våldsbejakande extremism"


def test_text__broken_words_are_mended_and_true_hyphens_kept(plan: ImportedPlan) -> None:
    text = " ".join(section.text for section in plan.sections)
    for whole in (
        "samordnare",
        "föreningslivet",
        "grund- och gymnasieskola",
        "samverkanspartner",
        "vit makt-miljön",
    ):
        assert whole in text
    assert "– –" not in text


def test_text__decision_is_read(plan: ImportedPlan) -> None:
    assert plan.as_json()["decision"] == {
        "body": "kommunfullmäktige",
        "date": "2019-02-18",
        "paragraph": "12",
        "registry_number": None,
    }


def test_text__binding_sentences_are_proposed_with_their_own_word(plan: ImportedPlan) -> None:
    assert [
        (commitment.obligation, commitment.text.split()[0], len(section.heading) > 0)
        for section in plan.sections
        for commitment in section.commitments
    ] == [
        ("ska", "Vi", True),
        ("bör", "Vi", True),
        ("ska", "Förutom", True),
        ("kan", "Regionen", True),
        ("ska", "Uppföljningen", True),
    ]


def test_text__numbers_and_links_are_tied_to_their_section(plan: ImportedPlan) -> None:
    assert plan.as_json()["findings"] == [
        {"kind": "phone", "text": "0999-12 34 56", "section": "2 Skolans roll"},
        {"kind": "link", "text": "www.stod.exempel.test", "section": "2 Skolans roll"},
        {"kind": "link", "text": "http://www.stod.exempel.test/", "section": "2 Skolans roll"},
    ]


def test_text__what_is_missing_is_said_and_not_guessed(plan: ImportedPlan) -> None:
    assert plan.owner is None
    assert plan.as_json()["valid"] == {"from": None, "to": None}
    assert len(plan.gaps) == 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_text__is_the_same_in_every_encoding(
    tmp_path: Path, plan: ImportedPlan, encoding: str, line_end: str
) -> None:
    file = tmp_path / "annan.txt"
    file.write_bytes(EXTRACTED.replace("–", "-").replace("\n", line_end).encode(encoding))
    assert read_plan(file).as_json() == plan.as_json()
