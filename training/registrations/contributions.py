"""What registrations bring to the house."""

from django.utils.translation import gettext_lazy as _

from handslag.demo import DemoContent, demo_content
from handslag.navigation.entries import MenuEntry, account_menu, named
from handslag.reminders.chores import Chore, Done, chores
from handslag.retention import purges
from handslag.start.shortcuts import Shortcut, shortcuts
from handslag.start.todos import todo_sources
from handslag.urls_registry import UrlContribution, urls
from training.managers.rules import managed_units
from training.occasions.actions import occasion_actions
from training.registrations import demo, forgetting, hearing, mailing, occasion_action, queue, todos

urls.register(
    UrlContribution("utbildning/", "training.registrations.urls", beside_pages=True, part="registrations")
)
occasion_actions.register(occasion_action.action)
account_menu.register(MenuEntry("my-trainings", _("My trainings"), named("registrations:mine"), order=40))
shortcuts.register(
    Shortcut(
        "unit-training",
        _("My units' training"),
        named("registrations:units"),
        _("How many have registered and how many came."),
        order=61,
        shown_to=lambda request: managed_units(request.user).exists(),
    )
)
todo_sources.register(todos.offer)
todo_sources.register(todos.evaluation)
chores.register(Chore("places in trainings", lambda: Done(queue.settle_where_due()), order=10))
chores.register(Chore("mails about trainings", lambda: Done(mailing.deliver_waiting()), order=20))
purges.register(forgetting.needs)
purges.register(forgetting.persons)
purges.register(forgetting.notices)
demo_content.register(DemoContent("training registrations", demo.load_registrations, order=41))
hearing.connect()
