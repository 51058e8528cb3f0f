"""OpenDocument text with its styles: numbered headings and lists, bold lines, deleted text, notes."""

import io
import zipfile

from .layout import Layout

NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office", "text": "text", "style": "style", "table": "table",
        "fo": "xsl-fo-compatible", "draw": "drawing",
    }.items()
)  # fmt: skip
STYLES = f"""<office:document-styles {NAMESPACES}><office:styles>
<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1"/>
<text:outline-level-style text:level="2" style:num-format="1"/></text:outline-style></office:styles>
<office:master-styles><style:master-page style:name="Standard">
<style:footer><text:p>Dnr KS 2020/00123</text:p></style:footer>
</style:master-page></office:master-styles></office:document-styles>"""
CONTENT = f"""<office:document-content {NAMESPACES}><office:automatic-styles>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>
</office:automatic-styles><office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion>
<text:p>Struken text.</text:p></text:deletion></text:changed-region>
</text:tracked-changes>
<text:p text:style-name="P1">Handlingsplan mot våldsbejakande extremism</text:p>
<text:p>Beslutad i kommunfullmäktige 2020-06-15 § 88</text:p>
<text:h text:outline-level="1">Grund</text:h>
<text:h text:outline-level="2">Mål<text:line-break/>och mening</text:h>
<text:p>Alla<text:s/>ska<text:tab/>vara trygga.<text:note><text:note-citation>1</text:note-citation><text:note-body>
<text:p>Se lagen.</text:p></text:note-body></text:note> Så är det.</text:p>
<text:h text:outline-level="1">Steg</text:h>
<text:list text:style-name="L1"><text:list-item><text:p>Se</text:p></text:list-item>
<text:list-item><text:p>Handla</text:p>
</text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Jour</text:p></table:table-cell><table:table-cell>
<text:p>020-555 01 02</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"""


def packed(content: str = CONTENT, styles: str = STYLES, manifest: str = "<manifest/>") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", styles)
        archive.writestr("META-INF/manifest.xml", manifest)
    return buffer.getvalue()


ODT_LAYOUTS = {
    "styles.odt": Layout(
        packed,
        "Handlingsplan mot våldsbejakande extremism",
        [("1", "Grund", 1), ("1.1", "Mål och mening", 2), ("2", "Steg", 1)],
        ("kommunfullmäktige", "2020-06-15", "88", "KS 2020/00123"),
        words=["Alla ska vara trygga. Så är det.", "Se lagen.", "1. Se", "2. Handla", "Jour: 020-555 01 02"],
        absent=["Struken", "Dnr"],
        commitments=1,
    )
}
