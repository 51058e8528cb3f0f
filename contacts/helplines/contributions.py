"""What the helplines bring to the house."""

from importlib import import_module

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from contacts.helplines import admin, evidence, in_pages, open_list, panel, search, todos
from contacts.helplines.demo import load_helplines
from contacts.helplines.demo_pages import put_into_pages
from contacts.helplines.words import keeping
from handslag.access.roles import Permissions, permissions
from handslag.demo import DemoContent, demo_content
from handslag.evidence import sources
from handslag.navigation.entries import MenuEntry, footer_menu, for_everyone, named
from handslag.navigation.open_addresses import open_addresses
from handslag.pages.records import record_sources
from handslag.retention import purges
from handslag.search.kinds import Kind, kinds
from handslag.search.providers import providers
from handslag.start.panels import panels
from handslag.start.todos import TodoSource, todo_sources
from handslag.urls_registry import UrlContribution, urls

# Who keeps the lines, and who writes for readers, may say them in other languages.
TRANSLATE = (
    "contacts.view_helplinewords",
    "contacts.change_helplinewords",
    "contacts.delete_helplinewords",
)

admin.connect()
search.connect()
keeping.connect()
if apps.is_installed("wagtail_localize"):
    for road in ("admin", "localize"):
        import_module(f"contacts.helplines.words.{road}").connect()
    in_english = import_module("contacts.helplines.words.demo").translate_one
    demo_content.register(DemoContent("words of helplines", in_english, order=33))
permissions.register(
    Permissions(
        "helplines",
        model_permissions={
            "coordinator": (
                "contacts.view_helpline",
                "contacts.add_helpline",
                "contacts.change_helpline",
                "contacts.view_dissemination",
                "contacts.add_dissemination",
                "contacts.change_dissemination",
                "contacts.delete_dissemination",
                *TRANSLATE,
            ),
            "editor": ("contacts.view_helpline", *TRANSLATE),
        },
        order=40,
    )
)
urls.register(UrlContribution("information/", "contacts.helplines.public_urls", beside_pages=True))
urls.register(
    UrlContribution("kontakter/stodlinjer/", "contacts.helplines.staff_urls", order=90, beside_pages=True)
)
footer_menu.register(
    MenuEntry("helplines", _("Helplines"), named("helplines:public"), order=10, shown_to=for_everyone)
)
open_addresses.register(open_list.entry)
panels.register(panel.panel)
todo_sources.register(TodoSource("helplines", todos.waiting_for, order=70))
kinds.register(Kind(search.NAME, _("Helplines"), order=25))
providers.register(search.provider)
purges.register(search.purge)
sources.register(evidence.source)
record_sources.register(in_pages.source)
demo_content.register(DemoContent("helplines", load_helplines, order=32))
demo_content.register(DemoContent("helplines in pages", put_into_pages, order=34))
