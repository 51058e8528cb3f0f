"""System checks: the conditions without which "closed by default" does not hold."""

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core import checks
from django.db import DatabaseError
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction

from handslag.pages.models import HandslagPage
from handslag.trash.models import TrashPage

LOGIN_REQUIRED = "django.contrib.auth.middleware.LoginRequiredMiddleware"
HIDDEN_PAGES = "handslag.access.admin_pages.HiddenPagesMiddleware"


# Apps whose page types are ours to put right; another site's own types are its own affair.
OUR_APPS = frozenset({"handslag", "home", "plan_pages", "training", "contacts"})


def check_page_models(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """A page of another base would skip the permission tester and the scanner. A site that adds Handslag to page types
    of its own starts all the same: its own home page is never a reason to stop."""
    return [
        checks.Error(
            f"{model._meta.label} does not derive from handslag.pages.models.HandslagPage.",
            hint="Let it derive from HandslagPage, otherwise hidden pages of this type show in the admin.",
            obj=model,
            id="handslag.E101",
        )
        for model in apps.get_models()
        if model._meta.app_label in OUR_APPS
        and issubclass(model, Page)
        and not issubclass(model, (HandslagPage, TrashPage))
    ]


def check_middleware(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    order: Sequence[str] = settings.MIDDLEWARE
    missing = [name for name in (LOGIN_REQUIRED, HIDDEN_PAGES) if name not in order]
    found: list[checks.CheckMessage] = [
        checks.Error(
            f"{name} is not in MIDDLEWARE.", hint="Without it the site is not closed.", id="handslag.E102"
        )
        for name in missing
    ]
    if not missing and order.index(HIDDEN_PAGES) < order.index(LOGIN_REQUIRED):
        found.append(
            checks.Error(
                f"{HIDDEN_PAGES} must stand after {LOGIN_REQUIRED} in MIDDLEWARE.", id="handslag.E103"
            )
        )
    return found


def check_view_restrictions(
    app_configs: Any, databases: Any = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Wagtail's own restrictions are not asked by `visible_to`; a row would promise what it does not keep."""
    try:
        rows = PageViewRestriction.objects.exists() or CollectionViewRestriction.objects.exists()
    except DatabaseError:
        return []
    if not rows:
        return []
    return [
        checks.Warning(
            "There are view restrictions of Wagtail's own; they do not decide anything here.",
            hint="Set who may see the pages with “Who may see it”, then delete the rows.",
            id="handslag.W104",
        )
    ]


def connect() -> None:
    checks.register(check_page_models)
    checks.register(check_middleware, checks.Tags.security)
    checks.register(check_view_restrictions, checks.Tags.security, deploy=True)
