"""What the plan brings to the house."""

from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _

from handslag.access.roles import Permissions, permissions
from handslag.demo import DemoContent, demo_content
from handslag.navigation.entries import main_menu
from handslag.navigation.open_addresses import open_addresses
from handslag.retention import Purge, purges
from handslag.search.kinds import Kind, kinds
from handslag.search.pages import leave_to_own_provider
from handslag.search.providers import providers
from handslag.start.panels import panels
from handslag.start.shortcuts import shortcuts
from handslag.start.todos import TodoSource, todo_sources
from handslag.trash.keeping import kept_pages
from handslag.urls_registry import UrlContribution, urls
from plan_pages import seal
from plan_pages.audience_admin import views as audience_views
from plan_pages.demo.loading import load_plan
from plan_pages.import_admin import menu, shortcut
from plan_pages.importing import sources, waiting_files
from plan_pages.pages import founding, keeping
from plan_pages.pages import menu as page_menu
from plan_pages.reading import menu as reading_menu
from plan_pages.reading import open_plan, panel
from plan_pages.registration.todos import waiting_for
from plan_pages.seal import checks
from plan_pages.searching import provider, signals

founding.connect()
checks.connect()
signals.connect()
menu.connect()
audience_views.connect()
page_menu.connect()
kept_pages.register(keeping.kept)
pre_migrate.connect(seal.before_migrate, dispatch_uid="plan_pages.seal")
post_migrate.connect(seal.after_migrate, dispatch_uid="plan_pages.seal")

permissions.register(
    Permissions("plan", model_permissions={"coordinator": (audience_views.PERMISSION,)}, order=20)
)

urls.register(UrlContribution("handlingsplan/", "plan_pages.reading.urls"))
main_menu.register(reading_menu.entry)
panels.register(panel.panel)
shortcuts.register(shortcut.first_import)
open_addresses.register(open_plan.entry)

kinds.register(Kind(provider.NAME, _("Action plan"), order=5))
leave_to_own_provider("plan_pages.ActionPlanPage")
providers.register(provider.provider)
purges.register(waiting_files.purge)
purges.register(sources.purge)
purges.register(Purge("search of plans", provider.refresh_all, order=90))
demo_content.register(DemoContent("plan", load_plan, order=25))
todo_sources.register(TodoSource("registrations", waiting_for, order=20))
