"""The way in for the first plan: on an editor's start page until something was decided or registered here."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from handslag.navigation.entries import named
from handslag.start.shortcuts import Shortcut
from plan_pages.editions.edition import Edition
from plan_pages.import_admin.permission import may_import


def is_waited_for(request: HttpRequest) -> bool:
    return may_import(request.user) and not Edition.objects.exists()


first_import = Shortcut(
    "import-plan",
    _("Import the plan"),
    named("plan_import"),
    _("The plan you have today, from a Word, PDF or text file."),
    order=5,
    shown_to=is_waited_for,
)
