"""What the dialogue log brings to the house."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from contacts.bodies.beside_meeting import beside_meeting
from contacts.dialogue import closing, of_meeting, seeding, todos
from contacts.dialogue.demo import load_dialogue
from contacts.dialogue.kinds import ROLE, MatterKind
from handslag.access.restricted_kinds import RestrictedKind, restricted_kinds
from handslag.access.roles import Permissions, permissions
from handslag.demo import DemoContent, demo_content
from handslag.search.kinds import Kind, PageKind, kinds, page_kinds
from handslag.start.todos import TodoSource, todo_sources

beside_meeting.register(of_meeting.beside)
closing.connect()
seeding.connect()
restricted_kinds.register(RestrictedKind("contacts.DialogueEntryPage", Q(kind=MatterKind.EXPOSURE), ROLE))
permissions.register(
    Permissions(
        "dialogue",
        type_permissions={"dialogue": {"contacts.DialogueLogPage": ("add", "change")}},
        order=30,
    )
)
kinds.register(Kind("dialogue", _("Dialogue log"), order=45))
page_kinds.register(PageKind("contacts.DialogueEntryPage", "dialogue", changed_on=lambda page: page.date))
todo_sources.register(TodoSource("dialogue follow-ups", todos.follow_ups_for, order=50))
todo_sources.register(TodoSource("dialogue second reader", todos.readings_for, order=45))
demo_content.register(DemoContent("dialogue", load_dialogue, order=35))
