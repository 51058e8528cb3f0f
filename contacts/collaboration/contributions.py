"""What the overview of all collaboration and its open questions bring to the house."""

from django.utils.translation import gettext_lazy as _

from contacts.collaboration import evidence, question_admin, question_retention
from contacts.collaboration.demo import load_collaboration
from contacts.collaboration.todos import waiting_for
from handslag.access.roles import Permissions, permissions
from handslag.demo import DemoContent, demo_content
from handslag.evidence import sources
from handslag.retention import purges
from handslag.search.kinds import Kind, PageKind, kinds, page_kinds
from handslag.start.todos import TodoSource, todo_sources
from handslag.urls_registry import UrlContribution, urls

urls.register(UrlContribution("samverkan/fragor/", "contacts.collaboration.urls"))
todo_sources.register(TodoSource("collaboration", waiting_for, order=30))
kinds.register(Kind("collaboration", _("Collaboration"), order=30))
for page_type in ("CollaborationIndexPage", "BodyPage", "MeetingPage"):
    page_kinds.register(PageKind(f"contacts.{page_type}", "collaboration"))
for source in evidence.SOURCES:
    sources.register(source)
question_admin.connect()
purges.register(question_retention.purge)
permissions.register(
    Permissions(
        "collaboration",
        model_permissions={"coordinator": ("contacts.add_openquestion", "contacts.change_openquestion")},
        type_permissions={"coordinator": {"contacts.CollaborationIndexPage": ("add", "change", "publish")}},
        order=31,
    )
)
demo_content.register(DemoContent("collaboration", load_collaboration, order=33))
