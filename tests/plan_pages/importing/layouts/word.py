"""Word documents: with and without styles, with what Word adds by itself."""

import io
from collections.abc import Callable

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from .layout import Layout

TITLE = "Handlingsplan mot våldsbejakande extremism"


def _saved(build: Callable[[Document], None]) -> Callable[[], bytes]:
    def make() -> bytes:
        document = docx.Document()
        build(document)
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return make


def _raw(document: Document, xml: str) -> None:
    """A paragraph as Word writes it, before the last section's properties."""
    element = parse_xml(f"<w:p {nsdecls('w', 'wp', 'a')} xmlns:mc='{MC}' xmlns:wps='{WPS}'>{xml}</w:p>")
    document.element.body.insert(len(document.element.body) - 1, element)


MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def _run(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


def swedish_styles(document: Document) -> None:
    """A Swedish Word calls its styles Rubrik 1; the first page is a table of fields."""
    for level in (1, 2):
        style = document.styles.add_style(f"Rubrik {level}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
    document.styles.add_style("Innehåll 1", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph(TITLE, style="Title")
    table = document.add_table(rows=0, cols=2)
    for label, value in (
        ("Dokumenttyp", "Handlingsplan"),
        ("Fastställd av", "Kommunstyrelsen"),
        ("Beslutsdatum", "den 3 mars 2018, § 41"),
        ("Diarienummer", "KS/2018:112"),
        ("Dokumentägare", "Kommunstyrelsen"),
        ("Giltighetstid", "2018-04-01 – tills vidare"),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    document.add_paragraph("Innehåll", style="Innehåll 1")
    document.add_paragraph("Bakgrund\t3", style="Innehåll 1")
    document.add_paragraph("Bakgrund", style="Rubrik 1")
    document.add_paragraph("Kommunen arbetar för ett öppet samhälle.")
    document.add_paragraph("Begrepp", style="Rubrik 2")
    document.add_paragraph("Med extremism menas rörelser som inte godtar demokratin.")
    document.add_paragraph("Ansvar", style="Rubrik 1")
    document.add_paragraph(
        "Förvaltningarna ska utse en kontaktperson var. Kontaktpersonerna träffas på våren."
    )
    document.add_paragraph("Se även förteckningen över bilagor", style="Innehåll 1")


NUMBERING = """<w:abstractNum {ns} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/>
<w:lvlText w:val="%1"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading2"/>
<w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>"""
LETTERS = """<w:abstractNum {ns} w:abstractNumId="91"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>"""


def automatic_numbers(document: Document) -> None:
    """The numbers are counted by Word and stand in no text; the styles carry them."""
    numbering = document.part.numbering_part.element
    for number, xml in ((90, NUMBERING), (91, LETTERS)):
        numbering.insert(0, parse_xml(xml.format(ns=nsdecls("w"))))
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )
    for level in (1, 2):
        properties = document.styles[f"Heading {level}"].element.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level - 1}"/><w:numId w:val="90"/></w:numPr>')
        )
    document.add_paragraph("Plan mot våldsbejakande extremism", style="Title")
    document.add_paragraph("Beslutad i kommunfullmäktige 2020-06-15 § 88 Dnr KS 2020/00123")
    document.add_heading("Utgångspunkter", 1)
    document.add_heading("Mål", 2)
    document.add_paragraph("Ingen i kommunen dras in i våldsamma miljöer.")
    document.add_heading("Ledning", 2)
    document.add_paragraph("Styrgruppen bör mötas fyra gånger om året.")
    document.add_heading("Åtgärder", 1)
    document.add_heading("Uppdrag", 2)
    document.add_paragraph("Kommunen ska:")
    for text in ("utbilda personal,", "följa läget i länet."):
        _raw(
            document,
            f"<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='91'/></w:numPr></w:pPr>{_run(text)}",
        )


def own_headings(document: Document) -> None:
    """No styles at all: bold lines, some larger; typed numbers; items that are no headings."""
    title = document.add_paragraph().add_run("STRATEGI MOT VÅLDSBEJAKANDE EXTREMISM")
    title.bold = True
    document.add_paragraph("Antagen: Kommunfullmäktige 24 april 2017 (§ 61)")
    for heading, texts in (
        (
            "1. Varför en strategi?",
            ["2019 fanns tre nätverk i länet.", "12 personer deltog i den första utbildningen."],
        ),
        (
            "2. Samverkan",
            [
                "Vi ska hålla kontakt med polisen i följande ordning:",
                "1. Ring kontaktpersonen",
                "2. Skriv ned vad som hänt",
            ],
        ),
        ("3. Uppföljning", ["Planen följs upp varje höst."]),
    ):  # fmt: skip
        document.add_paragraph().add_run(heading).bold = True
        for text in texts:
            document.add_paragraph(text)


def cover_page(document: Document) -> None:
    """A cover set by hand, a typed list of contents, headings of three sizes, the plan's history at its end."""

    def line(text: str, size: int | None = None, *, bold: bool = False) -> None:
        run = document.add_paragraph().add_run(text)
        run.bold = bold or None
        run.font.size = Pt(size) if size else None

    line("Höglunda kommun", 14)
    line("Handlingsplan", 28, bold=True)
    line("mot våldsbejakande extremism", 28, bold=True)
    line("Ansvarig: Trygghetsstrateg")
    line("Innehållsförteckning", 14, bold=True)
    for text in ("1. Inledning\t3", "2. Roller\t4"):
        line(text)
    line("1. Inledning", 14, bold=True)
    line("Våldsbejakande extremism hotar demokratin.")
    line("Bakgrund", 12, bold=True)
    line("Regeringen beslutade 2011-12-08 om en strategi. Se prop. 2016/17:132 och lag (2023:196).")
    line("2. Roller", 14, bold=True)
    line("Mål 1", bold=True)
    line("Rektor ska se till att elevhälsan är delaktig.")
    line("Mål 2", bold=True)
    line("Chefen bör ta upp frågan.")
    line("Beslutshistorik", 14, bold=True)
    line("Antagen av kommunfullmäktige 2017-06-19 § 88")
    line("Reviderad av kommunfullmäktige 2020-09-28 § 102")


def edited(document: Document) -> None:
    """Tracked changes, a footnote-like text box, soft and hard hyphens, page head and foot."""
    document.sections[0].header.paragraphs[0].text = "Ljungby bruks kommun"
    document.sections[0].footer.paragraphs[0].text = "Diarienummer: 2017/123-KS"
    document.add_heading(TITLE, 0)
    document.add_heading("Inriktning", 1)
    _raw(
        document,
        _run("Skolan ska ")
        + "<w:ins w:id='1' w:author='A'>" + _run("alltid ") + "</w:ins>"
        + "<w:del w:id='2' w:author='A'><w:r><w:delText>aldrig </w:delText></w:r></w:del>"
        + _run("erbjuda stöd till grund- och gymnasie")
        + "<w:r><w:softHyphen/></w:r>" + _run("elever i vit makt")
        + "<w:r><w:noBreakHyphen/></w:r>" + _run("frågor. Läs mer hos den regi\u00adonala enheten."),
    )  # fmt: skip
    box = "<w:txbxContent><w:p><w:r><w:t>Vid fara ring 112.</w:t></w:r></w:p></w:txbxContent>"
    _raw(
        document,
        _run("Texten går vidare.")
        + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        + f"<w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        + f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>",
    )
    _raw(
        document,
        "<w:pPr><w:rPr><w:del w:id='5' w:author='A'/></w:rPr></w:pPr>" + _run("Två stycken som "),
    )
    _raw(document, _run("blivit ett."))
    document.add_heading("Ansvar", 1)
    _raw(
        document,
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Dold anteckning. </w:t></w:r>" + _run("Rektor bör informera."),
    )


def activity_table(document: Document) -> None:
    """The measures stand in a table, the plan's data in a row of labels over a row of values."""
    document.add_heading("Lokal handlingsplan mot våldsbejakande extremism 2020–2023", 0)
    front = document.add_table(rows=2, cols=3)
    for row, texts in zip(
        front.rows,
        (
            ("Fastställd av", "Datum för beslut", "Dokumentansvarig"),
            ("Socialnämnden", "2019-11-20 § 145", "Säkerhetssamordnare"),
        ),
        strict=True,
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_heading("Syfte", 1)
    document.add_paragraph("Planen samlar kommunens arbete.")
    document.add_heading("Åtgärder", 1)
    table = document.add_table(rows=0, cols=3)
    for texts in (
        ("Åtgärd", "Ansvarig", "Klart"),
        ("Skolan ska utbilda all personal", "Rektor", "Våren 2020"),
    ):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    framed = document.add_table(rows=1, cols=1).rows[0].cells[0]
    framed.text = "Kom ihåg att fråga."
    framed.add_paragraph("Alla kan behöva stöd.")


WORD_LAYOUTS = {
    "swedish-styles.docx": Layout(
        _saved(swedish_styles),
        TITLE,
        [("", "Bakgrund", 1), ("", "Begrepp", 2), ("", "Ansvar", 1)],
        ("kommunstyrelsen", "2018-03-03", "41", "KS/2018:112"),
        words=["Förvaltningarna ska utse en kontaktperson var."],
        absent=["Innehåll", "Dokumenttyp", "bilagor"],
        commitments=1,
    ),
    "automatic-numbers.docx": Layout(
        _saved(automatic_numbers),
        "Plan mot våldsbejakande extremism",
        [
            ("1", "Utgångspunkter", 1),
            ("1.1", "Mål", 2),
            ("1.2", "Ledning", 2),
            ("2", "Åtgärder", 1),
            ("2.1", "Uppdrag", 2),
        ],
        ("kommunfullmäktige", "2020-06-15", "88", "KS 2020/00123"),
        words=["a) utbilda personal,", "b) följa läget i länet."],
        commitments=3,
    ),
    "own-headings.docx": Layout(
        _saved(own_headings),
        "STRATEGI MOT VÅLDSBEJAKANDE EXTREMISM",
        [("1", "Varför en strategi?", 1), ("2", "Samverkan", 1), ("3", "Uppföljning", 1)],
        ("kommunfullmäktige", "2017-04-24", "61", None),
        words=["2019 fanns tre nätverk", "12 personer deltog", "1. Ring kontaktpersonen"],
        commitments=2,
    ),
    "cover-page.docx": Layout(
        _saved(cover_page),
        TITLE,
        [
            ("1", "Inledning", 1),
            ("", "Bakgrund", 2),
            ("2", "Roller", 1),
            ("", "Mål 1", 3),
            ("", "Mål 2", 3),
            ("", "Beslutshistorik", 1),
        ],
        ("kommunfullmäktige", "2017-06-19", "88", None),
        words=["Regeringen beslutade 2011-12-08", "Reviderad av kommunfullmäktige"],
        absent=["Höglunda", "Ansvarig"],
        commitments=2,
    ),
    "edited.docx": Layout(
        _saved(edited),
        TITLE,
        [("", "Inriktning", 1), ("", "Ansvar", 1)],
        (None, None, None, "2017/123-KS"),
        words=[
            "Skolan ska alltid erbjuda stöd till grund- och gymnasieelever i vit makt-frågor.",
            "den regionala enheten",
            "Vid fara ring 112.",
            "Två stycken som blivit ett.",
        ],
        absent=["aldrig", "Dold anteckning", "Ljungby bruks", "Diarienummer"],
        commitments=2,
    ),
    "tables.docx": Layout(
        _saved(activity_table),
        "Lokal handlingsplan mot våldsbejakande extremism 2020–2023",
        [("", "Syfte", 1), ("", "Åtgärder", 1)],
        ("socialnämnden", "2019-11-20", "145", None),
        words=[
            "Skolan ska utbilda all personal | Rektor | Våren 2020",
            "Kom ihåg att fråga.",
            "Alla kan behöva stöd.",
        ],
        commitments=2,
    ),
}
