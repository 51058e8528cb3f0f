"""Hooks into Wagtail's admin that belong to the site; what they do stands in `home.editors`."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks

from home.editors import chooser_starts, content_checks, menu, panels

chooser_starts.connect()
hooks.register("construct_homepage_panels", panels.add_panels)
hooks.register("construct_wagtail_userbar", content_checks.use_ours)
hooks.register("construct_help_menu", menu.without_foreign_help)
hooks.register("register_admin_menu_item", menu.front_item)
hooks.register("register_admin_menu_item", menu.write_item)
for new_page in menu.NEW_PAGES:
    hooks.register("register_write_menu_item", lambda new=new_page: menu.NewPageItem(new))


@hooks.register("register_icons")
def add_icons(icons: list[str]) -> list[str]:
    return [*icons, "home/editors/icons.svg"]


@hooks.register("insert_global_admin_css")
def admin_styles() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("home/admin/admin.css"))


@hooks.register("insert_global_admin_js")
def start_widgets() -> SafeString:
    """Without this no date picker, chooser or list of rows starts: see templates/home/editors/start.html."""
    return format_html('<script src="{}"></script>', static("home/admin/starts.js"))
