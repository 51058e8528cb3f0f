"""The secret in the mailed link, with which one cancels or accepts without signing in.

It is computed from the registration's token and the site's secret key, so that every mail about a registration carries
the same link; the database holds its digest only. When the key of the site is changed, links mailed before still work
until a mail with a new one goes out.
"""

import base64
import uuid
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac

from handslag.access.secret_keys import digest_of_secret
from training.registrations.registration import Registration

_SALT = "training.registrations.cancel_link"


def secret_for(occasion: int, token: uuid.UUID) -> str:
    """A form may be sent to two occasions; each of them has a link of its own."""
    made = salted_hmac(_SALT, f"{occasion} {token}", algorithm="sha256").digest()
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def find(secret: str) -> Registration | None:
    """None: never mailed, or the registration is gone."""
    rows = Registration.objects.select_related("occasion__course", "person")
    return rows.filter(cancel_digest=digest_of_secret(secret)).first()


def address_of(registration: Registration) -> str:
    """Whatever host the request named: what is handed out leads to us. In the language that is active."""
    secret = secret_for(registration.occasion_id, registration.token)
    if registration.cancel_digest != (digest := digest_of_secret(secret)):
        Registration.objects.filter(pk=registration.pk).update(cancel_digest=digest)
    return urljoin(f"{settings.WAGTAILADMIN_BASE_URL}/", reverse("registrations:link", args=[secret]))
