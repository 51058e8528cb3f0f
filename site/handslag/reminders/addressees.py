"""Who can be mailed, and in which language."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.translation import get_supported_language_variant

from handslag.access.viewer import viewing_as


def addressees() -> QuerySet[Any]:
    """Active people with an address."""
    model = get_user_model()
    address = model.get_email_field_name()
    return model._default_manager.filter(is_active=True).exclude(Q((address, "")) | Q((address, None)))


def address_of(person: Any) -> str:
    return str(getattr(person, person.get_email_field_name()))


def chosen_languages() -> dict[int, str]:
    """By account, for those who chose one on Wagtail's account page."""
    profiles = apps.get_model("wagtailusers", "UserProfile")._default_manager
    return dict(profiles.exclude(preferred_language="").values_list("user_id", "preferred_language"))


@contextmanager
def speaking_to(person: Any, chosen: str) -> Iterator[None]:
    """Texts and addresses are the person's, also where somebody else's request is answered meanwhile."""
    try:
        language = get_supported_language_variant(chosen or settings.LANGUAGE_CODE)
    except LookupError:
        language = settings.LANGUAGE_CODE
    with translation.override(language), viewing_as(person):
        yield
