"""What the courses of the catalogue bring to the house."""

from django.utils.translation import gettext_lazy as _

from handslag.access.roles import Permissions, permissions
from handslag.navigation.frame import LinkedType, linked_types
from handslag.retention import purges
from handslag.search.kinds import Kind, PageKind, kinds, page_kinds
from handslag.start.shortcuts import Shortcut, shortcuts
from handslag.start.todos import TodoSource, todo_sources
from training.catalogue import link_checking
from training.catalogue.addresses import LINKED, catalogue_url
from training.catalogue.link_todos import broken_links_for

kinds.register(Kind("training", _("Training"), order=15))
for page_type in ("CatalogueIndexPage", "CoursePage"):
    page_kinds.register(PageKind(f"training.{page_type}", "training"))
linked_types.register(LinkedType(LINKED, "training.CatalogueIndexPage"))
permissions.register(
    Permissions(
        "training catalogue",
        type_permissions={"coordinator": {"training.CatalogueIndexPage": ("add", "change", "publish")}},
        order=40,
    )
)
purges.register(link_checking.purge)
todo_sources.register(TodoSource("training links", broken_links_for, order=75))
shortcuts.register(
    Shortcut(
        "training",
        _("Find training"),
        catalogue_url,
        _("Courses and conferences ahead, with free places."),
        order=20,
    )
)
