"""A document's text is data: nothing in it is markup, code, a file's name or a program."""

from pathlib import Path

import pytest
import typst
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plan_pages.documents import Fact, FileReference, Item, List, Place, Run, Subheading
from plan_pages.pdf import edition_pdf, typesetting

from .reading import farthest_right, is_tagged, links_of, opened, pages_of, unspaced, words_of
from .samples import ADDRESS, commitment, decision, head, paragraph, plan, section

MARKUP = [
    '#eval("1+1")', '#read("/etc/passwd")', "#sys.inputs.data", '#import "@preview/x:0.1.0"', "$x^2$ *fet* _kursiv_",
    "@hänvisning <etikett>", "\\ \\u{41} `kod` ```kod```", "= Rubrik", "- punkt + punkt / ord: text",
    "[innehåll] {kod}", "// kommentar /* kommentar */", "~ -- --- ... 'citat' \"citat\"", "{page} {pages} %(number)s",
    "https://a.test //b.test", "</script>&amp;<b>",
]  # fmt: skip
A4_WIDTH, MARGIN, TOLERANCE = 595.3, 87.9, 4
BODY = 3


@pytest.mark.parametrize("written", MARKUP)
def test_text__comes_out_as_it_was_written(written: str) -> None:
    runs = (Run(text=written),)
    document = plan(
        section(
            1, paragraph(written), paragraph(written, bold=True, italic=True), Subheading(runs=runs),
            List(items=(Item(runs=runs),)), number="7", heading=written,
            facts=(Fact(id="fact-0001", kind="contact", label=written, value=written, note=written),),
        ),
        section(2, heading="Åtaganden", body=(commitment(1, written, accountable_function=written),)),
        language="en", title=written, municipalities=(Place(code="1", name=written),), owner=written,
        responsible_function=written, files=(FileReference(title=written, href="", sha256="0" * 64, size=1),),
    )  # fmt: skip
    content = edition_pdf(
        head(reason=written, number=written, decisions=(decision(body=written, registry_number=written),)),
        document,
        address=ADDRESS,
        replaces=written,
    )
    # Cover 4 (places, title, edition, replaces), decision 2, document 7 (title, edition, replaces, reason, places,
    # owner, function), text 11 (heading, two paragraphs, subheading, item, three of the fact, two of the commitment,
    # file); every page but the first repeats title and edition.
    found = unspaced(words_of(content)).count(unspaced(written))
    assert found == 4 + 2 + 7 + 11 + 2 * (len(opened(content)) - 1)
    assert opened(content).get_metadata_value("Title") == written


def test_typst__cannot_read_outside_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "template"
    inside.mkdir()
    (tmp_path / "secret.txt").write_text("hemligt")
    monkeypatch.setattr(typesetting, "TEMPLATE", inside / "edition.typ")
    for name in ("../secret.txt", "/../secret.txt", str(tmp_path / "secret.txt"), "/etc/passwd"):
        typesetting.TEMPLATE.write_text(f'#set document(title: "t")\n#set text(lang: "sv")\n#read("{name}")')
        with pytest.raises(typst.TypstError):
            edition_pdf(head(), plan(), address=ADDRESS)


def test_template__is_alone_in_its_folder_and_fetches_nothing() -> None:
    files = list(typesetting.TEMPLATE.parent.iterdir())
    assert typesetting.TEMPLATE in files
    assert {file.suffix for file in files} == {".typ"}
    source = "\n".join(file.read_text(encoding="utf-8") for file in files)
    assert not any(word in source for word in ("@preview", "@local", "eval(", "read(", "plugin("))


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@example("\x1b", "\x1b", "\x1b")
@example("\xad", "0", "0\xad")
@given(st.text(), st.text(), st.text())
def test_text__of_any_kind_can_be_printed(title: str, heading: str, words: str) -> None:
    document = plan(
        section(
            1, paragraph(words), Subheading(runs=(Run(text=words, href=words),)), heading=heading, level=3
        ),
        section(2, body=(commitment(1, words, accountable_function=heading),)),
        title=title,
        introduction=(paragraph(words, href=heading),),
    )
    content = edition_pdf(head(reason=words), document, address=ADDRESS)
    assert is_tagged(content)
    assert len(pages_of(content)) >= BODY


@pytest.mark.parametrize(
    ("written", "complete"),
    [
        ("Привет, Ἀθῆναι, Áŋŧđ, שלום", True),
        ("خطة محلية ضد التطرف", True),
        ("中文 ትግርኛ ภาษา 👍", False),
        ("rad\x00\x07 \ufffe", True),
        ("\ue000 egen ruta", False),
    ],
)
def test_scripts__those_without_a_font_are_told_on_the_cover(written: str, complete: bool) -> None:
    content = edition_pdf(head(), plan(section(1, paragraph(written)), language="en"), address=ADDRESS)
    assert ("shown as empty boxes" in pages_of(content)[0]) is not complete
    assert (b"<pdfuaid:part>1<" in content) is complete
    assert is_tagged(content)


@pytest.mark.parametrize("language", ["ar", "sv-SE", "zh-hans", "und", "", "svenska"])
def test_language__any_tag(language: str) -> None:
    content = edition_pdf(head(), plan(section(1, paragraph("Ord.")), language=language), address=ADDRESS)
    assert "Ord." in words_of(content)


@pytest.mark.parametrize(
    "long", ["x" * 400, "https://kommun.test/" + "en-mycket-lang-adress/" * 12, "ab" * 64, "Samverkan" * 30]
)
def test_long_words__stay_within_the_margins(long: str) -> None:
    document = plan(
        section(
            1, paragraph(long), paragraph(long, href=f"https://a.test/{long}"), Subheading(runs=(Run(text=long),)),
            List(items=(Item(runs=(Run(text=long),)),)), heading=long, level=1,
            facts=(Fact(id="fact-0001", kind="link", label=long, value=long),),
        ),
        *(section(number) for number in range(2, 6)), title=long, owner=long,
        municipalities=(Place(code="1", name=long),),
    )  # fmt: skip
    content = edition_pdf(
        head(reason=long, decisions=(decision(body=long),)), document, address=ADDRESS + long
    )
    assert farthest_right(content) <= A4_WIDTH - MARGIN + TOLERANCE
    assert long in unspaced(words_of(content))


def test_links__are_absolute_and_never_programs() -> None:
    written = [
        "/dokument/1/",
        "#avsnitt-2",
        "mailto:a@kommun.test",
        "javascript:alert1",
        "http://[::1",
        "file:///etc",
        "",
    ]
    content = edition_pdf(
        head(), plan(section(1, *(paragraph("ord", href=href) for href in written))), address=ADDRESS
    )
    assert links_of(content) == {
        ADDRESS, "https://handslag.kommun.test/dokument/1/", f"{ADDRESS}#avsnitt-2", "mailto:a@kommun.test",
    }  # fmt: skip
