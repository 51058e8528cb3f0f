"""The list, one organisation with its functions, and cards for the phone book."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import slugify

from contacts.directory import vcard
from contacts.directory.address import directory_page, way_here
from contacts.directory.doors import for_readers
from contacts.directory.list_page import list_context
from contacts.directory.rows import OrganisationRow, organisation_rows, with_functions
from contacts.directory.rules import may_keep
from contacts.functions.function import Function
from contacts.organisations.lasting import lasts
from contacts.organisations.organisation import Organisation
from handslag import clock


@for_readers
def directory(request: HttpRequest) -> HttpResponse:
    """At the page's own address, before Wagtail's serving, which alone asks the database as often as a list may."""
    context = {"page": directory_page(request), **list_context(request)}
    return TemplateResponse(request, "contacts/contacts_index_page.html", context)


@for_readers
def organisation(request: HttpRequest, pk: int) -> HttpResponse:
    """Archived ones are still read: old minutes lead here."""
    day = clock.today()
    found = with_functions(
        Organisation.objects.filter(pk=pk), Function.objects.filter(lasts("abolished_on", day)), day
    )
    row = organisation_rows([get_object_or_404(found)])[0]
    context = {"row": row, "organisation": row.organisation, **_links(request, row), **way_here(request)}
    return TemplateResponse(request, "contacts/directory/organisation.html", context)


@for_readers
def organisation_card(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Organisation, pk=pk)
    return _card(vcard.card_of_organisation(found), found.name)


@for_readers
def function_card(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Function.objects.select_related("organisation"), pk=pk)
    return _card(vcard.card_of_function(found), found.name)


def _links(request: HttpRequest, row: OrganisationRow) -> dict[str, Any]:
    parts = Organisation.objects.current().filter(parent=row.organisation)
    return {
        "parts": parts,
        "edit_url": reverse("contacts_organisations:edit", args=[row.organisation.pk])
        if may_keep(request.user)
        else "",
    }


def _card(text: str, name: str) -> HttpResponse:
    response = HttpResponse(text, content_type=vcard.CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{slugify(name) or "kontakt"}.vcf"'
    return response
