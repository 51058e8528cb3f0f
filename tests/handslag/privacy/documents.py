"""Files of each kind with a chosen text in a chosen place, small and valid."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping

import docx
import openpyxl
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image, PngImagePlugin

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(body: str = "", *, header: str = "", footer: str = "", title: str = "", table: str = "") -> bytes:
    document = docx.Document()
    document.add_paragraph("Handlingsplan")
    document.add_paragraph(body)
    if table:
        document.add_table(1, 1).cell(0, 0).text = table
    document.sections[0].header.paragraphs[0].text = header
    document.sections[0].footer.paragraphs[0].text = footer
    document.core_properties.title = title
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_member(archive: bytes, name: str, content: str | bytes) -> bytes:
    """The archive with one member more, or another in its place."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for item in old.infolist():
            if item.filename != name:
                new.writestr(item, old.read(item))
        new.writestr(name, content)
    return stream.getvalue()


def word_with_body(xml: str) -> bytes:
    return with_member(word(), "word/document.xml", f"<w:document {W}><w:body>{xml}</w:body></w:document>")


def sheet(*rows: tuple[object, ...], comment: str = "", name: str = "Blad") -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    page.title = name
    for row in rows:
        page.append(row)
    if comment:
        page["A1"] = page["A1"].value or "x"
        page["A1"].comment = Comment(comment, "A")
    return saved(book)


def open_document(text: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            '<office:document-content xmlns:office="o" xmlns:text="t"><office:body><text:p>'
            f"{text}</text:p></office:body></office:document-content>",
        )
    return stream.getvalue()


def pdf(
    text: str,
    *,
    title: str = "Plan",
    note: str = "",
    encrypted: bool = False,
    annotation: str = "",
    catalog: str = "",
    streams: Iterable[tuple[str, bytes]] = (),
) -> bytes:
    """One page written by hand: a text, a document title, perhaps a note stuck on it. `annotation` and `catalog`: what
    else stands in their dictionaries; `streams`: objects from number 7 on."""
    content = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode("latin-1")
    if note:
        annotation = f"/Subtype /Text /Contents ({note})"
    annotations = f" /Annots [<< /Type /Annot /Rect [0 0 99 99] {annotation} >>]" if annotation else ""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        + annotations.encode()
        + b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Title ({title}) >>".encode(),
        *(
            b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head.encode(), len(body), body)
            for head, body in streams
        ),
    ]
    if encrypted:
        digest = "<" + "00" * 32 + ">"
        objects.append(f"<< /Filter /Standard /V 1 /R 2 /O {digest} /U {digest} /P -4 >>".encode())
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    encrypt = b" /Encrypt 7 0 R /ID [<00><00>]" if encrypted else b""
    out.write(b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R%s >>\n" % (len(objects) + 1, encrypt))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def pdf_with_properties(words: str, *, packed: bool, told: bool = True) -> bytes:
    xml = f"<x:xmpmeta><rdf:li>{words}</rdf:li></x:xmpmeta>".encode()
    head = ("/Type /Metadata /Subtype /XML" if told else "") + (" /Filter /FlateDecode" if packed else "")
    return pdf("Se", catalog="/Metadata 7 0 R", streams=[(head, zlib.compress(xml) if packed else xml)])


def pdf_with_file(name: str, content: bytes, *, on_page: bool = False) -> bytes:
    file = f"<< /Type /Filespec /F ({name}) /UF ({name}) /EF << /F 7 0 R >> >>"
    streams = [("/Type /EmbeddedFile", content)]
    if on_page:
        return pdf("Se", annotation=f"/Subtype /FileAttachment /FS {file}", streams=streams)
    return pdf("Se", catalog=f"/Names << /EmbeddedFiles << /Names [(a) {file}] >> >>", streams=streams)


def pdf_with_drawn_box(text: str) -> bytes:
    """The words of a text box only where it is drawn."""
    drawing = f"BT /F1 12 Tf 5 5 Td ({text}) Tj ET".encode()
    head = "/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /Font << /F1 5 0 R >> >>"
    return pdf("Se", annotation="/Subtype /FreeText /F 4 /AP << /N 7 0 R >>", streams=[(head, drawing)])


def sheet_with_list(choices: str, prompt: str = "") -> bytes:
    book = openpyxl.Workbook()
    rule = DataValidation(type="list", formula1=f'"{choices}"')
    rule.prompt = prompt
    rule.add("A1")
    book.active.add_data_validation(rule)
    return saved(book)


def sheet_with_format(value: int, number_format: str) -> bytes:
    book = openpyxl.Workbook()
    cell = book.active["B2"]
    cell.value, cell.number_format = value, number_format
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def picture(texts: Mapping[str, str] | None = None) -> bytes:
    info = PngImagePlugin.PngInfo()
    for key, value in (texts or {}).items():
        info.add_text(key, value)
    stream = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(stream, "PNG", pnginfo=info)
    return stream.getvalue()


def bomb(member: str = "word/document.xml", megabytes: int = 200) -> bytes:
    """A small archive that unpacks to a great deal."""
    return with_member(word(), member, b"<a>" + b"0" * (megabytes * 1024 * 1024) + b"</a>")


def lying_bomb() -> bytes:
    """As above, but its directory says that the member is small."""
    data = bomb(megabytes=100)
    size = struct.pack("<I", 100 * 1024 * 1024 + 7)
    assert data.count(size) >= 1
    assert zlib.crc32(b"") == 0
    return data.replace(size, struct.pack("<I", 10))
