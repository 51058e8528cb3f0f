"""An address as a QR code, drawn as an element of the page: the content policy allows no `data:` picture."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from qrcode.image.svg import SvgPathFillImage  # type: ignore[import-untyped]  # no types of its own
from qrcode.main import QRCode  # type: ignore[import-untyped]  # as above


def qr_svg(address: str) -> SafeString:
    """White ground, also in the dark."""
    code = QRCode(border=4)
    code.add_data(address)
    svg = code.make_image(image_factory=SvgPathFillImage).to_string(encoding="unicode")
    return format_html(
        '<svg role="img" aria-label="{}" {}',
        _("QR code to the list of helplines"),
        SafeString(svg.partition("<svg ")[2]),
    )
