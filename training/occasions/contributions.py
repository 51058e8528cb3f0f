"""What occasions bring to the house."""

from django.utils.translation import gettext_lazy as _

from handslag.access import roles
from handslag.navigation.entries import named
from handslag.start.panels import panels
from handslag.start.shortcuts import Shortcut, shortcuts
from handslag.trash.keeping import kept_pages
from handslag.urls_registry import UrlContribution, urls
from training.catalogue.parts import PagePart, course_parts, index_parts
from training.occasions import acting, admin, course_part, keeping, listing, panel, renaming
from training.occasions.rules import may_organise

urls.register(UrlContribution("utbildning/", "training.occasions.urls", beside_pages=True))
index_parts.register(PagePart("occasions", listing.list_context, order=10))
course_parts.register(course_part.part)
panels.register(panel.panel)
kept_pages.register(keeping.kept)
roles.permissions.register(admin.permissions)
admin.connect()
acting.connect()
renaming.connect()
shortcuts.register(
    Shortcut(
        "organise-training",
        _("Organise training"),
        named("training:organise"),
        _("Announce, move and cancel occasions."),
        order=60,
        shown_to=lambda request: may_organise(request.user),
    )
)
