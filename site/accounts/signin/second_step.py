"""The second step: an app that shows codes (TOTP), and recovery codes on paper."""

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from handslag.access.people import Person
from handslag.qr_code import qr_svg


class SecondStepAdapter(DefaultMFAAdapter):
    def build_totp_svg(self, url: str) -> SafeString:
        return qr_svg(url, _("QR code for the app"))


def has_second_step(user: Person | AbstractBaseUser) -> bool:
    return Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists()
