"""What the contacts bring to the house."""

from django.utils.translation import gettext_lazy as _

from contacts.demo import load_directory
from contacts.guidance import admin as guidance_admin
from contacts.guidance import demo as guidance_demo
from contacts.guidance import retention as guidance_retention
from contacts.guidance import todos as guidance_todos
from handslag.access.roles import permissions
from handslag.demo import DemoContent, demo_content
from handslag.navigation.entries import named
from handslag.retention import purges
from handslag.start.shortcuts import Shortcut, shortcuts
from handslag.start.todos import todo_sources
from handslag.urls_registry import UrlContribution, urls

demo_content.register(DemoContent("contacts", load_directory, order=30))

urls.register(UrlContribution("vagledning/", "contacts.guidance.urls"))
purges.register(guidance_retention.purge)
todo_sources.register(guidance_todos.to_answer)
todo_sources.register(guidance_todos.answered)
shortcuts.register(
    Shortcut(
        "guidance",
        _("Ask the consultation forum"),
        named("guidance:start"),
        _("Support in situations at work that worry you."),
        order=15,
    )
)
demo_content.register(DemoContent("guidance", guidance_demo.load_requests, order=35))
guidance_admin.connect()
permissions.register(guidance_admin.permissions)
