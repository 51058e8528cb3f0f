"""What registrations bring to the house."""

from django.utils.translation import gettext_lazy as _

from handslag.demo import DemoContent, demo_content
from handslag.navigation.entries import MenuEntry, account_menu, for_signed_in, named
from handslag.reminders.chores import Chore, Done, chores
from handslag.retention import purges
from handslag.start.shortcuts import Shortcut, shortcuts
from handslag.start.todos import todo_sources
from handslag.urls_registry import UrlContribution, urls
from training.catalogue.addresses import has_catalogue
from training.managers.rules import sees_some_unit
from training.occasions.actions import occasion_actions
from training.occasions.feeds import feed_contents
from training.occasions.joining import places
from training.registrations import (
    demo,
    forgetting,
    hearing,
    mailing,
    occasion_action,
    own_calendar,
    queue,
    todos,
)

urls.register(
    UrlContribution("utbildning/", "training.registrations.urls", beside_pages=True, part="registrations")
)
occasion_actions.register(occasion_action.action)
feed_contents.register(own_calendar.content)
places.register(own_calendar.places)
account_menu.register(
    MenuEntry(
        "my-trainings",
        _("My trainings"),
        named("registrations:mine"),
        order=40,
        shown_to=lambda request: for_signed_in(request) and has_catalogue(request),
    )
)
shortcuts.register(
    Shortcut(
        "unit-training",
        _("My units' training"),
        named("registrations:units"),
        _("How many have registered and how many came."),
        order=61,
        shown_to=lambda request: has_catalogue(request) and sees_some_unit(request.user),
    )
)
todo_sources.register(todos.own_registrations)
chores.register(Chore("places in trainings", lambda: Done(queue.settle_where_due()), order=10))
chores.register(Chore("mails about trainings", mailing.deliver_waiting, order=20))
purges.register(forgetting.needs)
purges.register(forgetting.persons)
purges.register(forgetting.notices)
demo_content.register(DemoContent("training registrations", demo.load_registrations, order=41))
hearing.connect()
