"""Above a draft: the functions it names that the directory does not have. Said, and nothing is stopped by it (A5.2)."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import urlencode

from contacts.functions.named import unknown_functions
from contacts.organisations.naming import key_of
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.pages.draft_notes import DraftNote

ADD = "contacts.add_function"


def render(page: Any, request: HttpRequest) -> str:
    """Two questions to the database however long the plan is; "" where the directory has them all."""
    if not isinstance(page, ActionPlanPage):
        return ""
    places = places_of(page)
    unknown = unknown_functions(places)
    if not unknown:
        return ""
    may_add = request.user.has_perm(ADD)
    lines = [
        {
            "name": name,
            "places": places[name],
            "add_url": f"{reverse('contacts_functions:add')}?{urlencode({'name': name})}" if may_add else "",
        }
        for name in unknown
    ]
    return render_to_string("plan_pages/pages/function_note.html", {"lines": lines})


def places_of(page: ActionPlanPage) -> dict[str, list[str]]:
    """By name as it is first written: the headings of the sections that name it."""
    found: dict[str, tuple[str, list[str]]] = {}
    if page.responsible_function.strip():
        found[key_of(page.responsible_function)] = (page.responsible_function.strip(), [])
    for section in page.sections.get_prep_value():
        heading = section["value"].get("heading") or ""
        for part in section["value"].get("body") or []:
            name = (part["value"].get("accountable_function") or "") if part["type"] == "commitment" else ""
            if not name.strip():
                continue
            _name, headings = found.setdefault(key_of(name), (name.strip(), []))
            if heading not in headings:
                headings.append(heading)
    return dict(found.values())


note = DraftNote("functions", render, order=50)
