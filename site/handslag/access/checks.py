"""System checks: the conditions without which "closed by default" does not hold."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core import checks
from django.db import DatabaseError
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction

from handslag.contributing import ContributingAppConfig
from handslag.pages.models import HandslagPage
from handslag.trash.models import TrashPage

LOGIN_REQUIRED = "django.contrib.auth.middleware.LoginRequiredMiddleware"
HIDDEN_PAGES = "handslag.access.admin_pages.HiddenPagesMiddleware"


def check_page_models(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """A page of another base would skip the permission tester and the scanner."""
    return [
        checks.Error(
            f"{model._meta.label} does not derive from handslag.pages.models.HandslagPage.",
            hint="Let it derive from HandslagPage, otherwise hidden pages of this type show in the admin.",
            obj=model,
            id="handslag.E101",
        )
        for model in _unguarded_page_types()
        if _contributes(model)
    ]


def check_host_page_models(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """A site that adds Handslag to page types of its own starts with them; `check --deploy` tells what they lack."""
    return [
        checks.Warning(
            f"{model._meta.label} does not derive from handslag.pages.models.HandslagPage.",
            hint="Never restrict pages of this type: they could show in the admin.",
            obj=model,
            id="handslag.W101",
        )
        for model in _unguarded_page_types()
        if not _contributes(model)
    ]


def _unguarded_page_types() -> Iterator[type[Page]]:
    for model in apps.get_models():
        if issubclass(model, Page) and model is not Page and not issubclass(model, (HandslagPage, TrashPage)):
            yield model


def _contributes(model: type[Page]) -> bool:
    """Is it of an app made for Handslag? Names do not tell: a host site has a `home` of its own."""
    return isinstance(apps.get_app_config(model._meta.app_label), ContributingAppConfig)


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
            "There are view restrictions of Wagtail's own; lists, menus and search do not ask them.",
            hint="Set who may see the pages with “Who may see it”, then delete the rows.",
            id="handslag.W104",
        )
    ]


def connect() -> None:
    checks.register(check_page_models)
    checks.register(check_host_page_models, checks.Tags.security, deploy=True)
    checks.register(check_middleware, checks.Tags.security)
    checks.register(check_view_restrictions, checks.Tags.security, deploy=True)
