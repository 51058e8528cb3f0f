"""A PDF that asks for a password: the standard security handler's dictionary is there, its key fits none."""


def _with_table(objects: list[bytes], trailer: bytes) -> bytes:
    content = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        content
        + b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table)
        + b"trailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, trailer, len(content))
    )


LOCKED_PDF = _with_table(
    [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>",
        b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <%b> /U <%b> >>" % (b"41" * 32, b"42" * 32),
    ],
    b"/Encrypt 4 0 R /ID [<%b> <%b>]" % (b"43" * 16, b"43" * 16),
)
