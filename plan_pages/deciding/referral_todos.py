"""What a referral waits for, on the start page of those who keep it going."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.access.people import Person
from handslag.start.todos import Todo
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.referral.addresses import is_editor
from plan_pages.road.referral.round import ReferralRound
from plan_pages.road.referral.standing import missing_of_referral, missing_of_round, open_round_of, unhandled


def waiting_for(user: Person) -> Iterator[Todo]:
    """One question to the database where nothing is out; a site has as many matters as plans."""
    if not is_editor(user):
        return
    is_out = Exists(ReferralRound.objects.filter(matter=OuterRef("pk"), closed_at__isnull=True))
    for matter in Matter.objects.exclude(stage=Stage.CLOSED).filter(Q(is_out) | Q(stage=Stage.REFERRAL)):
        standing = open_round_of(matter)
        todo = _to_begin(matter) if standing is None else _of_round(matter, standing)
        if todo is not None:
            yield todo


def _to_begin(matter: Matter) -> Todo:
    lacking = missing_of_referral(matter)
    title = _("Send the text out on referral") if lacking else _("Pass the text on to the board")
    return Todo(title, _address(matter), detail=" ".join(lacking))


def _of_round(matter: Matter, standing: ReferralRound) -> Todo | None:
    """None while bodies still have time to answer."""
    if waiting := len(unhandled(standing)):
        title = ngettext(
            "Handle %(count)d reply to the referral", "Handle %(count)d replies to the referral", waiting
        ) % {"count": waiting}
    elif matter.stage == Stage.REFERRAL and not missing_of_round(standing):
        title = _("Close the referral")
    else:
        return None
    return Todo(title, _address(matter), due=standing.deadline, detail=standing.title)


def _address(matter: Matter) -> str:
    return reverse("decisions:referral", args=[matter.pk])
