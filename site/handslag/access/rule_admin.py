"""Where the access rule stands in the admin: an address and a button in the page's menu."""

from collections.abc import Iterator

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from handslag.access.people import Person
from handslag.access.rule_views import access_rule, may_set_rule
from handslag.access.visibility import may_see

ADDRESS = "handslag_access_rule"


def addresses() -> list[URLPattern]:
    return [path("atkomst/<int:page_id>/", access_rule, name=ADDRESS)]


def buttons(
    page: Page, user: Person, next_url: str | None = None, view_name: str | None = None
) -> Iterator[Button]:
    if may_set_rule(user, page) and may_see(user, page):
        yield Button(_("Who may see it"), reverse(ADDRESS, args=[page.pk]), icon_name="view", priority=55)


def connect() -> None:
    hooks.register("register_admin_urls", addresses)
    hooks.register("register_page_header_buttons", buttons)
    hooks.register(
        "register_page_listing_more_buttons", lambda page, user, next_url=None: buttons(page, user)
    )
