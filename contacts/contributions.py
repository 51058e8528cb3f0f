"""What the contacts bring to the house."""

from django.utils.translation import gettext_lazy as _

from contacts.demo import load_directory
from contacts.dialogue import closing as dialogue_closing
from contacts.dialogue import seeding as dialogue_seeding
from contacts.dialogue import todos as dialogue_todos
from contacts.dialogue.demo import load_dialogue
from handslag.access.roles import Permissions, permissions
from handslag.demo import DemoContent, demo_content
from handslag.search.kinds import Kind, PageKind, kinds, page_kinds
from handslag.start.todos import TodoSource, todo_sources

demo_content.register(DemoContent("contacts", load_directory, order=30))

dialogue_closing.connect()
dialogue_seeding.connect()
permissions.register(
    Permissions(
        "dialogue",
        type_permissions={"dialogue": {"contacts.DialogueLogPage": ("add", "change")}},
        order=30,
    )
)
kinds.register(Kind("dialogue", _("Dialogue log"), order=45))
page_kinds.register(PageKind("contacts.DialogueEntryPage", "dialogue", changed_on=lambda page: page.date))
todo_sources.register(TodoSource("dialogue follow-ups", dialogue_todos.follow_ups_for, order=50))
todo_sources.register(TodoSource("dialogue second reader", dialogue_todos.readings_for, order=45))
demo_content.register(DemoContent("dialogue", load_dialogue, order=35))
