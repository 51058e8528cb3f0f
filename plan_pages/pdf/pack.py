"""The decision pack: everything a member needs who decides in a meeting and never signs in, as one file.

It is no decision and says so on every page. It names no accounts: who wrote and who reviewed is for auditors.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from handslag.pdf.printable import printable
from plan_pages.documents import EditionDocument

from .body import file_row, introduction_of, sections_of
from .record import Row, day, not_stated
from .typesetting import PACK, typeset
from .words import frame_of, kind_of, words_language


@dataclass(frozen=True)
class Stretch:
    """Words of a line; `changed` in the earlier line is what was taken away, in the new one what came."""

    text: str
    changed: bool = False


@dataclass(frozen=True)
class ChangedLine:
    """`before` is empty where the line is new, `after` where it is gone; `notes` is what is said beside the words."""

    label: str = ""
    before: Sequence[Stretch] = ()
    after: Sequence[Stretch] = ()
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class ChangedPart:
    """A section, or the front matter. `marks` are the words for what happened to it: new, changed, moved."""

    title: str
    marks: Sequence[str] = ()
    reason: str = ""
    notes: Sequence[str] = ()
    lines: Sequence[ChangedLine] = ()


@dataclass(frozen=True)
class VanishedPromise:
    """`successor` is the new promise, "" where the old one ended."""

    text: str
    fate: str
    successor: str = ""


@dataclass(frozen=True)
class Reply:
    """What one body answered in a referral, and what was done about it."""

    body: str
    answer: str
    registry_number: str = ""
    handling: str = ""


@dataclass(frozen=True)
class ReferralRound:
    sent_on: datetime.date | None
    deadline: datetime.date | None
    replies: Sequence[Reply] = ()


@dataclass(frozen=True)
class ReferralPart:
    rounds: Sequence[ReferralRound]
    summary: str = ""


@dataclass(frozen=True)
class Proposal:
    """`answer` says whether it was taken up, `reason` why not."""

    section: str
    text: str
    answer: str
    reason: str = ""


@dataclass(frozen=True)
class ProposalsPart:
    proposals: Sequence[Proposal]


@dataclass(frozen=True)
class EarlierDecision:
    """Of another municipality, or of a meeting that tabled the matter."""

    place: str
    rows: Sequence[Row]


@dataclass(frozen=True)
class DecisionPack:
    """`frozen_at` is since when the text stands still: the file's own time, so that the same pack is the same bytes.

    `changes` None: there is no earlier edition. `referral` None: none was made, `no_referral` says why.
    """

    document: EditionDocument
    number: str
    replaces: str
    registry_number: str
    frozen_at: datetime.datetime
    digest: str
    address: str
    reviewed_on: datetime.date | None = None
    attention: Sequence[str] = ()
    tallies: Sequence[str] = ()
    changes: Sequence[ChangedPart] | None = None
    vanished: Sequence[VanishedPromise] = ()
    answers: Sequence[Row] = ()
    earlier: Sequence[EarlierDecision] = ()
    referral: ReferralPart | None = None
    no_referral: str = ""
    proposals: ProposalsPart | None = None


def pack_pdf(pack: DecisionPack) -> bytes:
    with override(words_language(pack.document.language)):
        data = printable(_data_of(pack), pack.address)
    return typeset(data, moment=pack.frozen_at, template=PACK)


def _data_of(pack: DecisionPack) -> dict[str, Any]:
    document = pack.document
    mark = _("Material for a decision, not decided")
    frame = frame_of(document, running=mark, draft=mark)
    words: Any = frame["words"]
    return {
        **frame,
        "file_title": _("Material for a decision: %(title)s") % {"title": frame["title"]},
        "contents": True,
        "cover": _cover(pack),
        "words": {**words, **_words()},
        "facts": {"heading": document.title, "rows": _facts(pack)},
        "earlier": [{"place": one.place, "rows": list(one.rows)} for one in pack.earlier],
        "attention": list(pack.attention),
        "tallies": list(pack.tallies),
        "changes": None if pack.changes is None else [_part(part) for part in pack.changes],
        "vanished": [vars(one) for one in pack.vanished],
        "answers": list(pack.answers),
        "referral": _referral(pack),
        "proposals": None if pack.proposals is None else [vars(one) for one in pack.proposals.proposals],
        "introduction": introduction_of(document),
        # One level below the heading of the part that holds the text.
        "sections": [{**one, "level": one["level"] + 1} for one in sections_of(document)],
        "files": [file_row(file) for file in document.files],
    }


def _cover(pack: DecisionPack) -> dict[str, object]:
    lines = [_("The text is put forward to become edition %(number)s.") % {"number": pack.number}]
    if pack.replaces:
        lines.append(_("It would take the place of edition %(number)s.") % {"number": pack.replaces})
    lines.append(_("Registry number: %(number)s") % {"number": pack.registry_number or _("Not stated")})
    lines.append(_("The text stands still since %(day)s.") % {"day": _moment(pack.frozen_at)})
    return {
        "kind": kind_of(pack.document),
        "places": [place.name for place in pack.document.municipalities],
        "edition": _("Material for a decision, not decided"),
        "lines": lines,
        "in_force": _("How the matter stands is shown to those who work with it at:"),
        "address": pack.address,
        "digest": pack.digest,
        "digest_label": _("Checksum of the text (SHA-256); the decision holds for exactly this text"),
        "notice": "",
        "notice_where_signs_are_missing": _(
            "This file lacks some signs of the text; they are shown as empty boxes. Read them at the address below."
        ),
    }


def _facts(pack: DecisionPack) -> list[Row]:
    places = ", ".join(place.name for place in pack.document.municipalities)
    return [
        (_("Proposed decision"), _("To adopt the text as edition %(number)s") % {"number": pack.number}),
        (_("Replaces edition"), pack.replaces or _("None")),
        (_("Applies to"), places or not_stated()),
        (_("Owner"), pack.document.owner or not_stated()),
        (_("Registry number"), pack.registry_number or _("Not stated")),
        (_("The text stands still since"), _moment(pack.frozen_at)),
        (_("Reviewed by a second person on"), day(pack.reviewed_on)),
        (_("Checksum of the text (SHA-256)"), pack.digest),
    ]


def _part(part: ChangedPart) -> dict[str, Any]:
    return {
        "title": part.title,
        "marks": list(part.marks),
        "reason": part.reason,
        "notes": list(part.notes),
        "lines": [
            {
                "label": line.label,
                "before": _stretches(line.before),
                "after": _stretches(line.after),
                "notes": list(line.notes),
            }
            for line in part.lines
        ],
    }


def _stretches(found: Iterable[Stretch]) -> list[dict[str, Any]]:
    return [{"text": one.text, "changed": one.changed} for one in found if one.text]


def _referral(pack: DecisionPack) -> dict[str, Any]:
    if pack.referral is None:
        return {"rounds": [], "summary": pack.no_referral}
    return {
        "summary": pack.referral.summary,
        "rounds": [
            {
                "times": _("Sent out %(sent)s, replies by %(deadline)s")
                % {"sent": day(one.sent_on), "deadline": day(one.deadline)},
                "replies": [vars(reply) for reply in one.replies],
            }
            for one in pack.referral.rounds
        ],
    }


def _words() -> dict[str, str]:
    return {
        "pack": _("What is to be decided"),
        "earlier": _("Decided already"),
        "municipality": _("Municipality"),
        "attention": _("To notice"),
        "nothing": _("Nothing is missing, and no wording needs a second look."),
        "changes": _("Changes since the edition that was decided last"),
        "all_new": _("There is no earlier edition; everything is new."),
        "reason": _("Reason"),
        "before": _("Before"),
        "now": _("Now"),
        "added": _("Added"),
        "removed": _("Removed"),
        "vanished": _("Commitments that are no longer there"),
        "answers": _("What the text could do to people, and the law"),
        "question": _("Question"),
        "answer": _("Answer"),
        "referral": _("Referral"),
        "registry": _("Registry number"),
        "handling": _("How it was handled"),
        "proposals": _("Proposed changes that were dealt with"),
        "text": _("The text that is put forward"),
    }


def _moment(found: datetime.datetime) -> str:
    return date_format(localtime(found), "j F Y H:i")
