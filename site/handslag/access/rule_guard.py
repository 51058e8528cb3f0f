"""A rule that comes with a page's type (`HandslagPage.is_always_restricted`) cannot be lifted, only narrowed or, by a
deliberate change of its roles, shared with more roles. Held here and not in a form, so that code and imports obey too.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models.signals import pre_delete, pre_save
from django.utils.translation import gettext as _
from wagtail.models import Page

from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from handslag.pages.models import HandslagPage


class RuleFixedByTypeError(ValidationError):
    """The page's type says that its readers are always named by roles."""

    def __init__(self) -> None:
        super().__init__(_("Pages of this type are always for certain roles only; choose the roles instead."))


def has_fixed_rule(page: Page) -> bool:
    model = page.specific_class
    return model is not None and issubclass(model, HandslagPage) and model.is_always_restricted(page.pk)


def refuse_opening(sender: type, instance: AccessRule, raw: bool = False, **kwargs: Any) -> None:
    if not raw and instance.audience != Audience.RESTRICTED and has_fixed_rule(instance.page):
        raise RuleFixedByTypeError


def refuse_lifting(sender: type, instance: AccessRule, origin: Any = None, **kwargs: Any) -> None:
    """`origin` is what somebody asked to delete: the rule goes along with its page, never alone."""
    asked_for = origin.model if hasattr(origin, "model") else type(origin)
    if asked_for is AccessRule and has_fixed_rule(instance.page):
        raise RuleFixedByTypeError


def connect() -> None:
    pre_save.connect(refuse_opening, sender=AccessRule, dispatch_uid="handslag.access.refuse_opening")
    pre_delete.connect(refuse_lifting, sender=AccessRule, dispatch_uid="handslag.access.refuse_lifting")
