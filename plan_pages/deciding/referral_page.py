"""What the referral's page shows: to whom, and which forms it offers today."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from handslag import clock
from handslag.access.people import Person
from plan_pages.deciding.referral_forms import (
    AgainForm,
    ChooseForm,
    ExtendForm,
    InviteForm,
    OpenForm,
    ReferralForm,
    SummaryForm,
)
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.referral.addresses import is_editor
from plan_pages.road.referral.reading_key import ReadingKey
from plan_pages.road.referral.reply import ReferralReply
from plan_pages.road.referral.round import ReferralBody, ReferralRound
from plan_pages.road.referral.standing import is_about, missing_of_referral
from plan_pages.road.referral.summary import BodyState, referral_summary, state_of
from plan_pages.road.rules import may
from plan_pages.road.table import Action
from plan_pages.road.text import TextMovedError, current_text

# What the page proposes; the editor chooses.
USUAL_TIME = datetime.timedelta(days=30)
STATUS_KINDS = {
    BodyState.ANSWERED: "success",
    BodyState.DECLINED: "neutral",
    BodyState.WAITING: "waiting",
    BodyState.SILENT: "warning",
}


@dataclass(frozen=True)
class BodyRow:
    """`kind` is the component status' one; `key` the address that was not withdrawn."""

    body: ReferralBody
    state: str
    kind: str
    reply: ReferralReply | None
    key: ReadingKey | None


def seen_matter(user: Person, pk: int) -> Matter:
    """Raises Http404 for what is not there and for those who may not know of it."""
    matter = get_object_or_404(Matter.objects.select_related("series__page", "revision"), pk=pk)
    if not may(user, Action.SEE, matter):
        raise Http404
    return matter


def body_of(matter: Matter, pk: int) -> ReferralBody:
    """Raises Http404 for bodies of other matters."""
    rows = ReferralBody.objects.select_related("round__matter__series", "round__revision", "reply__file")
    return get_object_or_404(rows, pk=pk, round__matter=matter)


def title_of(matter: Matter) -> str:
    try:
        document = current_text(matter)
    except TextMovedError:
        document = None
    if document is not None:
        return document.title
    return matter.series.page.title if matter.series.page is not None else str(matter.series)


def frame(matter: Matter, title: str) -> dict[str, Any]:
    """What the referral's pages have in common."""
    return {
        "matter": matter,
        "matter_title": title,
        "breadcrumb": [
            {"title": _("Decisions"), "url": reverse("decisions:matters")},
            {"title": title, "url": reverse("decisions:matter", args=[matter.pk])},
        ],
    }


def page_context(user: Person, matter: Matter, sent: ReferralForm | None = None) -> dict[str, Any]:
    """`sent` is a form that came back with errors; it stands where its like would stand."""
    rounds = list(matter.referral_rounds.order_by("opened_at", "pk"))
    latest = rounds[-1] if rounds else None
    standing = latest if latest is not None and not latest.is_closed else None
    refer, prepare = may(user, Action.REFER, matter), may(user, Action.PREPARE, matter)
    lacking = missing_of_referral(matter) if matter.stage == Stage.REFERRAL else []
    forms = {form.way: form for form in _offered(matter, latest, bool(refer), bool(prepare))}
    if sent is not None:
        forms[sent.way] = sent
    return {
        **frame(matter, _title(matter, latest)),
        "is_referral": matter.stage == Stage.REFERRAL,
        "why_not": refer.why_not if matter.stage == Stage.REFERRAL else "",
        "missing": lacking,
        "standing": standing,
        "is_about": standing is not None and is_about(standing, matter),
        "rows": list(_rows(standing)) if standing is not None else [],
        "summary": referral_summary(matter),
        "forms": forms,
        "sent": sent,
        "may_refer": bool(refer),
        "may_prepare": bool(prepare),
        "is_editor": is_editor(user),
        "may_close": bool(may(user, Action.CLOSE_REFERRAL, matter)) and not lacking,
        "earlier_bodies": _earlier_bodies(rounds) if is_editor(user) else [],
    }


def _title(matter: Matter, latest: ReferralRound | None) -> str:
    """A round knows its text's title; the text itself is only read where it is another."""
    return latest.title if latest is not None and is_about(latest, matter) else title_of(matter)


def _offered(
    matter: Matter, latest: ReferralRound | None, refer: bool, prepare: bool
) -> Iterator[ReferralForm]:
    standing = latest if latest is not None and not latest.is_closed else None
    is_out = standing is not None and is_about(standing, matter)
    begins = latest is None or (latest.goes_out_again and not is_out)
    if refer and begins and standing is None:
        yield ChooseForm(initial={"asks_referral": _chosen(matter), "reason": matter.no_referral_reason})
    if refer and begins and matter.asks_referral is not False:
        yield OpenForm(initial=_proposal(matter, latest))
    if refer and standing is not None:
        yield ExtendForm()
    if refer and is_out:
        yield InviteForm()
    if prepare and standing is not None:
        yield SummaryForm(initial={"summary": standing.summary})
    if prepare and latest is not None and not is_out:
        yield AgainForm(initial={"again": latest.goes_out_again})


def _chosen(matter: Matter) -> str:
    return {True: "yes", False: "no", None: ""}[matter.asks_referral]


def _proposal(matter: Matter, latest: ReferralRound | None) -> dict[str, Any]:
    """The bodies that were asked before are asked again, unless the editor takes one out."""
    first = {"seen": matter.digest, "deadline": clock.today() + USUAL_TIME}
    if latest is None:
        return first
    lines = [f"{body.name}; {body.contact}" if body.contact else body.name for body in latest.bodies.all()]
    return {**first, "bodies": "\n".join(lines), "reply_to": latest.reply_to, "message": latest.message}


def _rows(standing: ReferralRound) -> Iterator[BodyRow]:
    keys = {
        key.body_id: key for key in ReadingKey.objects.filter(body__round=standing, withdrawn_at__isnull=True)
    }
    for body in standing.bodies.select_related("reply__file"):
        body.round = standing
        state = state_of(body, standing)
        reply = body.reply if hasattr(body, "reply") else None
        yield BodyRow(body, str(state.label), STATUS_KINDS[state], reply, keys.get(body.pk))


def _earlier_bodies(rounds: list[ReferralRound]) -> list[ReferralBody]:
    """Of closed rounds, where an address still leads to the text: it can be withdrawn."""
    closed = [one.pk for one in rounds if one.is_closed]
    if not closed:
        return []
    keys = ReadingKey.objects.filter(withdrawn_at__isnull=True, expires_on__gte=clock.today())
    return list(ReferralBody.objects.filter(round__in=closed, keys__in=keys))
