"""The admin's menu by task: what an editor comes to write stands first."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.models import Locale, Page

from home.guides.models import GuideIndexPage, GuidePage
from home.news.models import NewsIndexPage, NewsPage


@dataclass(frozen=True)
class NewPage:
    """What a person may write, and the page below which it goes."""

    label: Any
    name: str
    icon: str
    page_type: type[Page]
    parent_type: type[Page]
    order: int


NEW_PAGES = (
    NewPage(_("New news item"), "write-news", "doc-full", NewsPage, NewsIndexPage, 10),
    NewPage(_("New guide"), "write-guide", "list-ol", GuidePage, GuideIndexPage, 20),
)


class NewPageItem(MenuItem):
    """Leads straight to the form; not shown to who may not add the page, or where the list above it is missing."""

    def __init__(self, new: NewPage) -> None:
        super().__init__(new.label, "", name=new.name, icon_name=new.icon, order=new.order)
        self.new = new

    def parent(self) -> Page | None:
        """The list in the site's first language; translations of it are filled by translating."""
        return self.new.parent_type.objects.filter(locale=Locale.get_default()).order_by("path").first()

    def is_shown(self, request: HttpRequest) -> bool:
        parent = self.parent()
        return parent is not None and parent.permissions_for_user(request.user).can_add_subpage()

    def render_component(self, request: HttpRequest) -> Any:
        options = self.new.page_type._meta
        parent = self.parent()
        item = super().render_component(request)
        if parent is not None:
            item.url = reverse(
                "wagtailadmin_pages:add", args=(options.app_label, options.model_name, parent.pk)
            )
        return item


write_menu = Menu(register_hook_name="register_write_menu_item", construct_hook_name="construct_write_menu")


def write_item() -> SubmenuMenuItem:
    return SubmenuMenuItem(_("Write"), write_menu, name="write", icon_name="edit", order=50)


class FrontItem(MenuItem):
    """The way back to what readers see; as a whole address, because every address of the admin begins with "/" and
    the item would be marked as the current one."""

    def render_component(self, request: HttpRequest) -> Any:
        item = super().render_component(request)
        item.url = request.build_absolute_uri("/")
        return item


def front_item() -> MenuItem:
    return FrontItem(_("To the intranet"), "", name="front", icon_name="view", order=20)


def without_foreign_help(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Wagtail's news and guide stand on foreign hosts in English, and mark the menu as having something new."""
    menu_items[:] = [
        item
        for item in menu_items
        if item.name != "editor-guide" and not item.name.startswith("whats-new-in-wagtail")
    ]
