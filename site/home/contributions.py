"""What the home app brings: panels, shortcuts, search, menu entries, addresses, the demo's pages."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from handslag.demo import DemoContent, demo_content
from handslag.navigation.entries import MenuEntry, account_menu, footer_menu, for_everyone, named
from handslag.navigation.frame import LinkedType, linked_types
from handslag.search.kinds import Kind, PageKind, kinds, page_kinds
from handslag.start.panels import Panel, panels
from handslag.urls_registry import UrlContribution, urls
from home.demo.loading import load_pages
from home.mailbox import checks
from home.public.accessibility import accessibility_address
from home.start import panels as start
from home.start import shortcuts

urls.register(UrlContribution("sok/", "home.search.urls"))
urls.register(UrlContribution("att-gora/", "home.start.urls"))
urls.register(UrlContribution("", "home.robots.urls"))

footer_menu.register(
    MenuEntry("accessibility", _("Accessibility statement"), accessibility_address, shown_to=for_everyone)
)

for name, model in (
    ("accessibility", "home.AccessibilityStatementPage"),
    ("news", "home.NewsIndexPage"),
    ("guides", "home.GuideIndexPage"),
    ("public", "home.PublicHomePage"),
):
    linked_types.register(LinkedType(name, model))
panels.register(Panel("news", "home/panels/news.html", start.latest_news, order=20))
panels.register(Panel("guides", "home/panels/guides.html", start.guides, order=30))
panels.register(Panel("shortcuts", "home/panels/shortcuts.html", start.shortcuts, order=80))
panels.register(Panel("changes", "home/panels/changes.html", start.recent_changes, order=90))
shortcuts.register()
checks.connect()

kinds.register(Kind("news", _("News"), order=20, ages=True))
kinds.register(Kind("guide", _("Guides"), order=10))
kinds.register(Kind("public", _("Information for residents"), order=30))
page_kinds.register(PageKind("home.NewsPage", "news", changed_on=lambda page: page.date))
page_kinds.register(PageKind("home.GuidePage", "guide"))
for model in ("PublicHomePage", "PublicPage", "AccessibilityStatementPage"):
    page_kinds.register(PageKind(f"home.{model}", "public"))

if settings.DEBUG or getattr(settings, "DEMO", False):
    urls.register(UrlContribution("demo/post/", "home.mailbox.urls"))
    account_menu.register(MenuEntry("mailbox", _("The demo's mail"), named("demo_mailbox"), order=950))

demo_content.register(DemoContent("pages", load_pages, order=10))
