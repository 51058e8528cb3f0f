"""How a matter's referral stands: what is out, what is missing before it is over."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.templatetags.handslag_dates import in_words
from plan_pages.documents import EditionDocument
from plan_pages.road.matter import Matter
from plan_pages.road.referral.round import ReferralBody, ReferralRound
from plan_pages.road.rules import NAMED
from plan_pages.road.text import digest_of_text, text_of


def latest_round(matter: Matter) -> ReferralRound | None:
    return matter.referral_rounds.order_by("-opened_at", "-pk").first()


def open_round_of(matter: Matter) -> ReferralRound | None:
    return matter.referral_rounds.filter(closed_at__isnull=True).first()


def is_about(standing: ReferralRound, matter: Matter) -> bool:
    """Whether what was sent out is what the matter is about now."""
    return standing.digest == matter.digest


def text_sent_out(standing: ReferralRound) -> EditionDocument | None:
    """Exactly the text that the bodies were sent; None where it was taken back, changed or decided since."""
    matter = standing.matter
    if matter.is_closed or not is_about(standing, matter) or standing.revision is None:
        return None
    document = text_of(standing.revision)
    return document if digest_of_text(document) == standing.digest else None


def missing_of_round(standing: ReferralRound) -> list[str]:
    """What is missing before the round is over, a sentence each; [] when it is."""
    bodies = list(standing.bodies.select_related("reply"))
    return [*_missing_replies(standing, bodies), *_missing_handling(bodies)]


def missing_handling(standing: ReferralRound) -> list[str]:
    """What was received and not handled: no road may leave it behind."""
    return list(_missing_handling(standing.bodies.select_related("reply")))


def unhandled(standing: ReferralRound) -> list[ReferralBody]:
    """Bodies whose reply nobody has answered for yet."""
    return _unhandled(standing.bodies.select_related("reply"))


def missing_of_referral(matter: Matter) -> list[str]:
    """What is missing before the matter leaves this stage, a sentence each."""
    standing = open_round_of(matter)
    if standing is not None:
        return missing_of_round(standing)
    if matter.asks_referral is False:
        reason = matter.no_referral_reason.strip()
        return [] if reason else [_("Say why the text does not go out on referral.")]
    latest = latest_round(matter)
    if latest is not None and not latest.goes_out_again:
        return []
    if matter.asks_referral is None:
        return [_("Choose whether the text goes out on referral.")]
    return [_("The text has not been sent out yet: open a round, or say why there is no referral.")]


def _missing_replies(standing: ReferralRound, bodies: Iterable[ReferralBody]) -> Iterator[str]:
    unanswered = [body for body in bodies if not hasattr(body, "reply")]
    if unanswered and not standing.is_over:
        yield ngettext(
            "The time is not over before %(date)s, and %(count)d body has not answered: %(names)s.",
            "The time is not over before %(date)s, and %(count)d bodies have not answered: %(names)s.",
            len(unanswered),
        ) % {"date": in_words(standing.deadline), "count": len(unanswered), "names": _names(unanswered)}


def _missing_handling(bodies: Iterable[ReferralBody]) -> Iterator[str]:
    if waiting := _unhandled(bodies):
        yield ngettext(
            "%(count)d reply is not handled: %(names)s.",
            "%(count)d replies are not handled: %(names)s.",
            len(waiting),
        ) % {"count": len(waiting), "names": _names(waiting)}


def _unhandled(bodies: Iterable[ReferralBody]) -> list[ReferralBody]:
    return [body for body in bodies if hasattr(body, "reply") and body.reply.waits_to_be_handled]


def _names(bodies: list[ReferralBody]) -> str:
    names = [body.name for body in bodies[:NAMED]]
    if len(bodies) > NAMED:
        names.append(_("%(count)d others") % {"count": len(bodies) - NAMED})
    return ", ".join(names)
