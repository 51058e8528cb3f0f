"""The text of each kind of file is read wherever it stands, and no file can exhaust the reader."""

import io
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from handslag.privacy import scan
from handslag.privacy.messages import describe
from handslag.privacy.reading.limits import Limits
from handslag.privacy.texts import pieces_of_upload
from handslag.privacy.uploads import UnreadableUploadError, text_of

from . import documents
from .synthetic import NUMBER

RUN = f"<w:p><w:r><w:t>{NUMBER}</w:t></w:r></w:p>"
COMMENTS = f'<w:comments {documents.W}><w:comment w:id="0">{RUN}</w:comment></w:comments>'
NOTES = f"<w:footnotes {documents.W}><w:footnote>{RUN}</w:footnote></w:footnotes>"
SPLIT = "<w:p><w:r><w:t>9001</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>01-0017</w:t></w:r></w:p>"
DELETED = f"<w:p><w:del><w:r><w:delText>{NUMBER}</w:delText></w:r></w:del></w:p>"
DESCRIBED = f'<w:p><wp:docPr xmlns:wp="x" id="1" descr="{NUMBER}"/></w:p>'
SLIDE = f"<a><t>{NUMBER}</t></a>"
ENTITY = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
SECRET = documents.with_member(
    documents.open_document("x"), "META-INF/manifest.xml", "<m><encryption-data/></m>"
)


NESTED = documents.with_member(documents.word(), "word/embeddings/Ark.xlsx", documents.sheet(("x", NUMBER)))
PIVOT = f'<r xmlns:a="b"><s v="{NUMBER}"/></r>'


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


HOLDING: dict[str, tuple[str, bytes]] = {
    "word body": ("a.docx", documents.word(f"Se {NUMBER} här")),
    "word table": ("a.docx", documents.word(table=NUMBER)),
    "word header": ("a.docx", documents.word(header=NUMBER)),
    "word footer": ("a.docx", documents.word(footer=NUMBER)),
    "word title": ("a.docx", documents.word(title=NUMBER)),
    "word comment": ("a.docx", documents.with_member(documents.word(), "word/comments.xml", COMMENTS)),
    "word footnote": ("a.docx", documents.with_member(documents.word(), "word/footnotes.xml", NOTES)),
    "word split by formatting": (
        "a.docx",
        documents.word_with_body(SPLIT),
    ),
    "word deleted": ("a.docx", documents.word_with_body(DELETED)),
    "word no-break hyphen": (
        "a.docx",
        documents.word_with_body("<w:p><w:r><w:t>900101</w:t><w:noBreakHyphen/><w:t>0017</w:t></w:r></w:p>"),
    ),
    "word alternative text": ("a.docx", documents.word_with_body(DESCRIBED)),
    "sheet text": ("a.xlsx", documents.sheet(("Namn", NUMBER))),
    "sheet figure": ("a.xlsx", documents.sheet((9001010017,))),
    "sheet long figure": ("a.xlsx", documents.sheet((199001010017,))),
    "sheet two columns": ("a.xlsx", documents.sheet(("Anna", 19900101, "0017"))),
    "sheet comment": ("a.xlsx", documents.sheet(("x",), comment=NUMBER)),
    "sheet name": ("a.xlsx", documents.sheet(("x",), name=NUMBER)),
    "sheet list to choose from": ("a.xlsx", documents.sheet_with_list(f"Anna,{NUMBER}")),
    "sheet prompt": ("a.xlsx", documents.sheet_with_list("Anna", NUMBER)),
    "sheet zeros shown": ("a.xlsx", documents.sheet_with_format(101010015, "0000000000")),
    "sheet zeros and a hyphen shown": ("a.xlsx", documents.sheet_with_format(101010015, r"000000\-0000")),
    "sheet pivot table": (
        "a.xlsx",
        documents.with_member(documents.sheet(("x",)), "xl/pivotCache/pivotCacheDefinition1.xml", PIVOT),
    ),
    "workbook in a document": ("a.docx", NESTED),
    "document in slides in a workbook": (
        "a.xlsx",
        documents.with_member(documents.sheet(("x",)), "xl/embeddings/a.pptx", documents.with_member(
            documents.word(), "ppt/embeddings/b.docx", documents.word(NUMBER)
        )),
    ),
    "what an older program put in": (
        "a.docx",
        documents.with_member(documents.word(), "word/embeddings/oleObject1.bin", NUMBER.encode("utf-16-le")),
    ),
    "slides": ("a.pptx", documents.with_member(documents.word(), "ppt/slides/slide1.xml", SLIDE)),
    "open document": ("a.odt", documents.open_document("Se <b>9001</b>01-0017 här")),
    "pdf": ("a.pdf", documents.pdf(f"Se {NUMBER}")),
    "pdf title": ("a.pdf", documents.pdf("Se", title=NUMBER)),
    "pdf note": ("a.pdf", documents.pdf("Se", note=NUMBER)),
    "pdf text box": ("a.pdf", documents.pdf("Se", annotation=f"/Subtype /FreeText /Contents ({NUMBER})")),
    "pdf rich text": ("a.pdf", documents.pdf("Se", annotation=f"/Subtype /FreeText /RC (<p>{NUMBER}</p>)")),
    "pdf drawn text box": ("a.pdf", documents.pdf_with_drawn_box(NUMBER)),
    "pdf link": (
        "a.pdf",
        documents.pdf("Se", annotation=f"/Subtype /Link /A << /S /URI /URI (https://x.test/{NUMBER}) >>"),
    ),
    "pdf properties": ("a.pdf", documents.pdf_with_properties(NUMBER, packed=False)),
    "pdf untold properties": ("a.pdf", documents.pdf_with_properties(NUMBER, packed=False, told=False)),
    "pdf packed properties": ("a.pdf", documents.pdf_with_properties(NUMBER, packed=True)),
    "pdf attached file": ("a.pdf", documents.pdf_with_file("b.txt", NUMBER.encode())),
    "pdf in a pdf": ("a.pdf", documents.pdf_with_file("b.pdf", documents.pdf(NUMBER))),
    "pdf attached file on a page": ("a.pdf", documents.pdf_with_file("b.txt", NUMBER.encode(), on_page=True)),
    "pdf attached file's name": ("a.pdf", documents.pdf_with_file(f"{NUMBER}.mp4", b"x")),
    "text": ("a.txt", f"Åsa {NUMBER}".encode()),
    "text with mark": ("a.txt", f"Åsa {NUMBER}".encode("utf-8-sig")),
    "text in two bytes": ("a.txt", f"Åsa {NUMBER}".encode("utf-16")),
    "text in two bytes without mark": ("a.csv", f"Asa {NUMBER}".encode("utf-16-le")),
    "text in the old code page": ("a.csv", f"Åsa;{NUMBER}".encode("cp1252")),
    "web page": ("a.html", b"<p>900101-<b>0017</b></p>"),
    "old word": ("a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 99 + NUMBER.encode("utf-16-le") + b"\0\1"),
    "rich text format": ("a.rtf", b"{\\rtf1\\ansi 9001{\\b 01-0017}\\par}"),
    "picture": ("a.png", documents.picture({"Description": NUMBER})),
    "upper-case ending": ("A.DOCX", documents.word(NUMBER)),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOLDING)
def test_text_of__finds_the_number_wherever_it_stands(kind: str) -> None:
    text = text_of(upload(*HOLDING[kind]))

    assert [finding.kind for finding in scan(text) if finding.is_blocking], text[:300]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", documents.word("Handlingsplan 2016-04-25 § 74, ring 020-100 200")),
        ("a.xlsx", documents.sheet(("KS/2016:168", 2016, 12.5), ("2016-04-25", 100200))),
        # Zeros that no format shows, and other formats.
        ("a.xlsx", documents.sheet_with_format(101010015, "General")),
        ("a.xlsx", documents.sheet_with_format(101010015, "#,##0")),
        ("a.xlsx", documents.sheet_with_format(101010015, "00")),
        ("a.docx", documents.with_member(documents.word(), "word/embeddings/a.mp4", NUMBER.encode())),
        ("a.odt", documents.open_document("Plan")),
        ("a.pdf", documents.pdf("Antagen 2016-04-25")),
        ("a.txt", b"Antagen 2016-04-25"),
        ("a.png", documents.picture()),
        ("a.mp4", b"\0" * 100),
    ],
)
def test_text_of__finds_nothing_in_an_ordinary_file(name: str, content: bytes) -> None:
    assert [finding for finding in scan(text_of(upload(name, content))) if finding.is_blocking] == []


def test_text_of__keeps_paragraphs_and_cells_apart() -> None:
    text = text_of(upload("a.docx", documents.word_with_body(
        "<w:p><w:r><w:t>900101</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>0017</w:t></w:r></w:p>"
    )))  # fmt: skip

    assert scan(text) == []


def test_text_of__winds_the_file_back() -> None:
    file = upload("a.txt", b"Plan")

    text_of(file)

    assert file.read() == b"Plan"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", b"not an archive"),
        ("a.docx", b""),
        ("a.docx", documents.with_member(documents.word(), "word/document.xml", "<w:document><broken")),
        ("a.docx", documents.with_member(documents.word(), "word/document.xml", ENTITY)),
        ("a.docx", b"\xd0\xcf\x11\xe0 an encrypted office file"),
        ("a.docx", documents.word("x")[:-400]),
        ("a.xlsx", documents.open_document("x")),
        ("a.odt", SECRET),
        ("a.odt", documents.word("x")),
        ("a.pdf", b"%PDF-1.4 broken"),
        ("a.pdf", documents.pdf("x", encrypted=True)),
    ],
)  # fmt: skip
def test_text_of__refuses_what_cannot_be_read(name: str, content: bytes) -> None:
    with pytest.raises(UnreadableUploadError) as caught:
        text_of(upload(name, content))

    assert caught.value.code == "not_readable"


@pytest.mark.slow
@pytest.mark.parametrize("make", [documents.bomb, documents.lying_bomb])
def test_text_of__is_not_exhausted_by_a_bomb(make: object) -> None:
    content = make()  # type: ignore[operator]  # one of two makers
    assert len(content) < 1_000_000
    began = time.monotonic()

    with pytest.raises(UnreadableUploadError):
        text_of(upload("a.docx", content))

    assert time.monotonic() - began < 15


def test_text_of__refuses_files_that_lie_too_deep() -> None:
    inner = documents.word("x")
    for _depth in range(5):
        inner = documents.with_member(documents.word("x"), "word/embeddings/a.docx", inner)

    with pytest.raises(UnreadableUploadError) as caught:
        text_of(upload("a.docx", inner))

    assert caught.value.code == "too_large_to_check"


def test_text_of__counts_what_lies_inside_as_the_files_own() -> None:
    inner = documents.with_member(documents.word(), "word/embeddings/a.txt", b"x" * 100_000)
    with pytest.raises(UnreadableUploadError):
        text_of(upload("a.docx", inner), Limits(deadline=time.monotonic() + 9, remaining=90_000))


def test_text_of__counts_a_text_for_every_cell_that_asks_for_it() -> None:
    book = documents.sheet(*[("x" * 1000,)] * 200)
    with pytest.raises(UnreadableUploadError):
        text_of(upload("a.xlsx", book), Limits(deadline=time.monotonic() + 9, remaining=150_000))


PLACES = {
    "in the file's name": (f"{NUMBER}.mp4", b"x"),
    "in the sheet “Blad”, in the cell B2": ("a.xlsx", documents.sheet(("a", "b"), ("c", NUMBER))),
    "in the cell A1": ("a.xlsx", documents.sheet((NUMBER,), name=NUMBER)),
    "on line 3": ("a.csv", f"a;b\nc;d\ne;{NUMBER}".encode()),
    "on page 1": ("a.pdf", documents.pdf(NUMBER)),
    "in a page header": ("a.docx", documents.word(header=NUMBER)),
    "in the file's properties": ("a.docx", documents.word(title=NUMBER)),
    "in a file inside the file, in the sheet “Blad”, in the cell B1": ("a.docx", NESTED),
}


@pytest.mark.parametrize("place", PLACES)
def test_refusing_a_file__says_where_the_number_is_and_never_repeats_it(place: str) -> None:
    with translation.override("en"):
        message = describe(pieces_of_upload(upload(*PLACES[place])), "File") or ""
    assert place in message and "character" not in message
    assert "2099" not in message and "0019" not in message


def test_text_of__gives_up_at_the_deadline() -> None:
    with pytest.raises(UnreadableUploadError) as caught:
        text_of(upload("a.docx", documents.word("x")), Limits(deadline=time.monotonic() - 1))

    assert caught.value.code == "too_large_to_check"


def test_text_of__gives_up_on_too_many_members() -> None:
    with pytest.raises(UnreadableUploadError):
        text_of(upload("a.docx", documents.word("x")), Limits(deadline=time.monotonic() + 9, parts=2))


def test_text_of__reads_a_large_plain_file_only_within_bounds() -> None:
    with pytest.raises(UnreadableUploadError):
        text_of(upload("a.txt", b"x" * 1001), Limits(deadline=time.monotonic() + 9, remaining=1000))

    assert (
        len(text_of(upload("a.txt", b"x" * 1000), Limits(deadline=time.monotonic() + 9, remaining=1000)))
        == 1000
    )


def test_text_of__takes_any_open_file() -> None:
    stream = io.BytesIO(NUMBER.encode())
    file = upload("a.txt", b"")
    file.file = stream

    assert text_of(file) == NUMBER
