"""Mail about a restricted page: that something happened to it, and where it is. Neither its title nor anything said
about it leaves the site: a mail is forwarded, printed and read by others."""

import logging
from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.models import Page
from wagtail.users.models import UserProfile

from handslag.reminders.addressees import address_of
from handslag.reminders.outbox import NoMailServerError, NotSentError, Outbox

EVENTS = {
    "submitted": _("A page for certain roles waits for approval"),
    "approved": _("A page for certain roles was approved"),
    "rejected": _("A page for certain roles was returned"),
    "updated_comments": _("There are new comments on a page for certain roles"),
}
OTHER = _("Something happened to a page for certain roles")

logger = logging.getLogger(__name__)


def tell(people: Iterable[Any], page: Page, event: str) -> bool:
    """True where every mail went out. `people` may see the page and want to be told."""
    failed = False
    with Outbox() as outbox:
        for person in people:
            try:
                outbox.send(_letter(person, page, event))
            except NotSentError as error:
                failed = True
                logger.warning("A mail about page %s was not sent: %s", page.pk, error)
                if isinstance(error, NoMailServerError):
                    break
    return not failed


def _letter(person: Any, page: Page, event: str) -> EmailMessage:
    with override(UserProfile.get_for_user(person).get_preferred_language()):
        context = {
            "what": EVENTS.get(event, OTHER),
            "address": urljoin(
                f"{settings.WAGTAILADMIN_BASE_URL}/", reverse("wagtailadmin_pages:edit", args=[page.pk])
            ),
        }
        return EmailMessage(
            str(context["what"]),
            render_to_string("handslag/access/mail_without_words.txt", context),
            to=[address_of(person)],
            # RFC 3834: no "I am on holiday" comes back.
            headers={"Auto-Submitted": "auto-generated"},
        )
