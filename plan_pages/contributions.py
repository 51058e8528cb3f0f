"""What the plan brings to the house."""

from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _

from handslag.access.roles import Permissions, permissions
from handslag.demo import DemoContent, demo_content
from handslag.navigation.entries import main_menu
from handslag.navigation.open_addresses import open_addresses
from handslag.retention import Purge, purges
from handslag.revision_proposals import proposal_sources, proposal_takers
from handslag.search.kinds import Kind, kinds
from handslag.search.pages import leave_to_own_provider
from handslag.search.providers import providers
from handslag.start.panels import panels
from handslag.start.shortcuts import shortcuts
from handslag.start.todos import TodoSource, todo_sources
from handslag.trash.keeping import kept_pages
from handslag.urls_registry import UrlContribution, urls
from handslag.workflows import finishers
from plan_pages import seal
from plan_pages.audience_admin import views as audience_views
from plan_pages.chronicle import comments
from plan_pages.correcting import links, proposing
from plan_pages.correcting import panel as correcting_panel
from plan_pages.correcting.todos import corrections_for, repeals_for, reviews_for
from plan_pages.deciding import entrance, minutes, referral_todos
from plan_pages.deciding import todos as deciding_todos
from plan_pages.demo.loading import load_plan
from plan_pages.import_admin import menu, shortcut
from plan_pages.importing import sources, waiting_files
from plan_pages.pages import founding, function_note, keeping
from plan_pages.pages import menu as page_menu
from plan_pages.pages.draft_notes import draft_notes
from plan_pages.proposals import draft_note, raising
from plan_pages.proposals import retention as proposal_retention
from plan_pages.proposals import todos as proposal_todos
from plan_pages.reading import menu as reading_menu
from plan_pages.reading import open_plan, panel
from plan_pages.registration.todos import waiting_for
from plan_pages.road import authorship
from plan_pages.road.referral import forgetting
from plan_pages.seal import checks
from plan_pages.searching import provider, signals
from plan_pages.workflow import editor_menu, finish, seeding
from plan_pages.workflow import signals as workflow_signals

founding.connect()
checks.connect()
signals.connect()
menu.connect()
audience_views.connect()
page_menu.connect()
authorship.connect()
workflow_signals.connect()
comments.connect()
seeding.connect()
proposing.connect()
editor_menu.connect()
finishers.register(finish.finisher)
kept_pages.register(keeping.kept)
pre_migrate.connect(seal.before_migrate, dispatch_uid="plan_pages.seal")
post_migrate.connect(seal.after_migrate, dispatch_uid="plan_pages.seal")

permissions.register(
    Permissions(
        "plan",
        model_permissions={
            "coordinator": (audience_views.PERMISSION,),
            # The board's changes are entered in the editor, which is locked for everyone else then.
            "board_secretary": ("wagtailadmin.access_admin",),
        },
        order=20,
    )
)

urls.register(UrlContribution("handlingsplan/", "plan_pages.reading.urls"))
urls.register(UrlContribution("handlingsplan/historia/", "plan_pages.chronicle.urls"))
urls.register(UrlContribution("handlingsplan/historia.", "plan_pages.chronicle.file_urls"))
urls.register(UrlContribution("handlingsplan/ratta/", "plan_pages.correcting.correction.urls"))
urls.register(UrlContribution("handlingsplan/upphav/", "plan_pages.correcting.repeal.urls"))
urls.register(UrlContribution("handlingsplan/aktualitet/", "plan_pages.correcting.currency.urls"))
urls.register(UrlContribution("beslut/", "plan_pages.deciding.urls"))
urls.register(UrlContribution("remiss/", "plan_pages.deciding.reading_address_urls"))
main_menu.register(reading_menu.entry)
main_menu.register(entrance.entry)
panels.register(panel.panel)
panels.register(correcting_panel.panel)
shortcuts.register(shortcut.first_import)
shortcuts.register(entrance.shortcut)
shortcuts.register(links.correct_a_fact)
open_addresses.register(open_plan.entry)

kinds.register(Kind(provider.NAME, _("Action plan"), order=5))
leave_to_own_provider("plan_pages.ActionPlanPage")
providers.register(provider.provider)
purges.register(waiting_files.purge)
purges.register(sources.purge)
purges.register(minutes.purge)
purges.register(Purge("search of plans", provider.refresh_all, order=90))
demo_content.register(DemoContent("plan", load_plan, order=25))
todo_sources.register(TodoSource("registrations", waiting_for, order=20))
todo_sources.register(
    TodoSource("matters", deciding_todos.waiting_for, order=10, people=deciding_todos.concerned)
)

proposal_takers.register(raising.taker)
for source in raising.own_sources:
    proposal_sources.register(source)
draft_notes.register(draft_note.note)
draft_notes.register(function_note.note)
purges.register(proposal_retention.purge)
todo_sources.register(TodoSource("proposals", proposal_todos.waiting_for, order=40))
purges.register(forgetting.contacts)
purges.register(forgetting.keys)
todo_sources.register(TodoSource("referrals", referral_todos.waiting_for, order=25))
todo_sources.register(TodoSource("corrections", corrections_for, order=15))
todo_sources.register(TodoSource("repeals", repeals_for, order=25))
todo_sources.register(TodoSource("reviews of currency", reviews_for, order=60))
