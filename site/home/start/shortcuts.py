"""Where people with a certain role go most often."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from handslag.navigation.entries import named
from handslag.navigation.frame import frame_of
from handslag.start.shortcuts import Shortcut, shortcuts


def works_in_admin(request: HttpRequest) -> bool:
    return bool(request.user.has_perm("wagtailadmin.access_admin"))


def public_section(request: HttpRequest) -> str | None:
    page = frame_of(request).first_linked("public")
    return page.get_url(request) if page else None


def register() -> None:
    shortcuts.register(
        Shortcut(
            "edit",
            _("Write and edit"),
            named("wagtailadmin_home"),
            _("News, guides and pages, in the editing tool."),
            order=10,
            shown_to=works_in_admin,
        )
    )
    shortcuts.register(
        Shortcut(
            "public",
            _("What residents see"),
            public_section,
            _("The pages that are open without signing in."),
            order=80,
        )
    )
