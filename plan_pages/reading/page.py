"""What the page of an edition needs, put together from the history and one cached fragment."""

import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from handslag import clock
from handslag.access.people import is_signed_in
from handslag.forms.numbers import number_in
from plan_pages.comparing import compare
from plan_pages.correcting.links import correction_address, links_for
from plan_pages.editions.currency import latest_review
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import History
from plan_pages.editions.kinds import EditionKind
from plan_pages.reading.fragments import fragment
from plan_pages.reading.places import Place
from plan_pages.reading.tables import decision_table, place_table
from plan_pages.registration.models import Registration
from plan_pages.seal.texts import document_of
from plan_pages.showing.currency import currency_lines
from plan_pages.showing.document import rendered
from plan_pages.showing.facts import facts_of
from plan_pages.showing.helplines import Register, register_today
from plan_pages.showing.standing import label_of, standing_of

SINCE = "sedan"


def edition_context(
    request: HttpRequest,
    history: History,
    edition: Edition,
    place: Place,
    *,
    day: datetime.date | None = None,
    takes_proposals: bool = False,
) -> dict[str, Any]:
    """`day` is the day that is looked at; today without it. `takes_proposals` where it is the text in force."""
    day = day or clock.today()
    states = history.states(day)
    decisions = history.decided(edition, place.code or None)
    compared = _compared(request, history, edition)
    proposing = takes_proposals and is_signed_in(request.user)
    label, standing = label_of(edition), standing_of(edition, history, states, day)
    in_force = any(state.edition == edition for state in states)
    register = None
    if in_force and compared is None and day == clock.today():
        register = register_today(correction_address(request.user, history, edition))
    return {
        "edition": edition,
        "label": label,
        "standing": standing,
        "print_edition": f"{label}, {standing.status.lower()}",
        "facts": [
            *facts_of(edition, decisions),
            *currency_lines(history, edition, latest_review(edition, day), day, in_force=in_force),
        ],
        "decision_table": decision_table(decisions),
        "place_table": place_table(states),
        "place": place,
        "day": day,
        "since": compared,
        "links": [
            *_links(history, edition, compared, proposing=proposing),
            *links_for(request.user, history, edition),
        ],
        "body": _changes(compared, edition)
        if compared
        else body_of(edition, takes_proposals=proposing, register=register),
        "digest": edition.digest,
        "source_url": _source_of(request, history, edition),
    }


def body_of(
    edition: Edition, *, takes_proposals: bool = False, register: Register | None = None
) -> SafeString:
    """The text with its contents, the same for every reader of a language; "" for a repeal, which has none.

    Two of them: with the ways to propose a change, and without for strangers and for editions not in force. What is
    kept of the text in force is named by the register of helplines too: a line that changes is seen at once.
    """
    if edition.kind == EditionKind.REPEAL:
        return SafeString("")
    name = "body:proposals" if takes_proposals else "body"
    return fragment(
        name,
        (edition,),
        lambda: rendered(document_of(edition), takes_proposals=takes_proposals, register=register),
        extra=register.key if register else "",
    )


def _changes(before: Edition, after: Edition) -> SafeString:
    def make() -> str:
        document = document_of(after)
        return rendered(document, compare(document_of(before), document), label_of(before).lower())

    return fragment("changes", (before, after), make)


def _source_of(request: HttpRequest, history: History, edition: Edition) -> str:
    """The decided document that a registered edition was compared with; for people with an account."""
    main = history.main_of(edition)
    if main is None or main.kind != EditionKind.REGISTERED or not is_signed_in(request.user):
        return ""
    found = Registration.objects.filter(edition=main).select_related("source").first()
    return str(found.source.url) if found else ""


def _compared(request: HttpRequest, history: History, edition: Edition) -> Edition | None:
    """The edition that “show changes since” names, where there is one with a text."""
    main, _dot, correction = request.GET.get(SINCE, "").partition(".")
    number, of_correction = number_in(main), number_in(correction or "0")
    if number is None or of_correction is None:
        return None
    found = history.numbered(number, of_correction)
    if found is None or found == edition or EditionKind.REPEAL in (found.kind, edition.kind):
        return None
    return found


def before(history: History, edition: Edition) -> Edition | None:
    """The edition with a text that stood before this one, by number."""
    earlier = [
        one for one in history.editions if one.number < edition.number and one.kind != EditionKind.REPEAL
    ]
    return max(earlier, key=lambda one: one.number, default=None)


def _links(
    history: History, edition: Edition, compared: Edition | None, *, proposing: bool
) -> list[dict[str, str]]:
    number = edition.number
    links = [{"title": _("PDF"), "url": reverse("plan:pdf", args=[number])}]
    earlier = before(history, edition)
    here = reverse("plan:edition", args=[number])
    if compared is not None:
        links.append({"title": _("Hide changes"), "url": here})
    elif earlier is not None and edition.kind != EditionKind.REPEAL:
        links.append(
            {
                "title": _("Show changes since edition %(number)s") % {"number": str(earlier.number)},
                "url": f"{here}?{SINCE}={earlier.number}",
            }
        )
    links.append({"title": _("All editions"), "url": reverse("plan:editions")})
    links.append({"title": _("The plan's history"), "url": reverse("plan_history")})
    links.append({"title": _("Who does what"), "url": reverse("plan:responsibilities")})
    if proposing:
        links.append({"title": _("Propose a change of the plan"), "url": reverse("plan:propose")})
    return links
