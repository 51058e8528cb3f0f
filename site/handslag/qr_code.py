"""An address as a QR code (ISO/IEC 18004), drawn as an element of the page: the content policy allows no `data:`
picture."""

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString


def qr_svg(address: str, label: str) -> SafeString:
    """`label` says where the code leads, for who does not see it. White ground, also in the dark."""
    code = segno.make_qr(address, error="m")
    drawn = code.svg_inline(border=4, light="white", unit="mm", svgclass=None, lineclass=None)
    return format_html('<svg role="img" aria-label="{}" {}', label, SafeString(drawn.partition("<svg ")[2]))
