"""The second step: an app that shows codes (TOTP), and recovery codes on paper."""

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from qrcode.image.svg import SvgPathFillImage  # type: ignore[import-untyped]  # no types of its own
from qrcode.main import QRCode  # type: ignore[import-untyped]  # as above

from handslag.access.people import Person


class SecondStepAdapter(DefaultMFAAdapter):
    def build_totp_svg(self, url: str) -> SafeString:
        """An element within the page: the content policy allows no `data:` picture. White ground, also in the dark."""
        code = QRCode(border=4)
        code.add_data(url)
        picture = code.make_image(image_factory=SvgPathFillImage)
        svg = picture.to_string(encoding="unicode")
        return format_html(
            '<svg role="img" aria-label="{}" {}',
            _("QR code for the app"),
            SafeString(svg.partition("<svg ")[2]),
        )


def has_second_step(user: Person | AbstractBaseUser) -> bool:
    return Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists()
