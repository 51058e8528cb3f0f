"""What requests for guidance bring to the house."""

from django.utils.translation import gettext_lazy as _

from contacts.guidance import admin, demo, retention, todos
from handslag.access.roles import permissions
from handslag.demo import DemoContent, demo_content
from handslag.navigation.entries import named
from handslag.retention import purges
from handslag.start.shortcuts import Shortcut, shortcuts
from handslag.start.todos import todo_sources
from handslag.urls_registry import UrlContribution, urls

urls.register(UrlContribution("vagledning/", "contacts.guidance.urls"))
purges.register(retention.purge)
todo_sources.register(todos.to_answer)
todo_sources.register(todos.answered)
shortcuts.register(
    Shortcut(
        "guidance",
        _("Ask the consultation forum"),
        named("guidance:start"),
        _("Support in situations at work that worry you."),
        order=15,
    )
)
demo_content.register(DemoContent("guidance", demo.load_forum, order=35))
admin.connect()
permissions.register(admin.permissions)
