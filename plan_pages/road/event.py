"""What happened to a plan, in its order: the archive's story of it. Nothing here is changed; only redaction removes."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.privacy.guard import refuse_instance
from handslag.privacy.registration import scanned
from plan_pages.editions.edition import Edition
from plan_pages.editions.series import EditionSeries
from plan_pages.road.matter import Matter


class EventKind(models.TextChoices):
    SUBMITTED = "submitted", _("submitted for review")
    WITHDRAWN = "withdrawn", _("taken back to drafting")
    APPROVED = "approved", _("approved in review")
    RETURNED = "returned", _("returned to drafting")
    COMMENTED = "commented", _("comment")
    REVIEWER_INVITED = "reviewer_invited", _("reviewer invited")
    REFERRED = "referred", _("sent out on referral")
    REPLIED = "replied", _("reply received")
    REFERRAL_CLOSED = "referral_closed", _("referral closed")
    NO_REFERRAL = "no_referral", _("passed on without a referral")
    AT_BOARD = "at_board", _("put before the board")
    DECIDED = "decided", _("decision recorded")
    AMENDED = "amended", _("the board's changes entered")
    AMENDMENT_RETURNED = "amendment_returned", _("the board's changes returned")
    SEALED = "sealed", _("edition sealed")
    REJECTED = "rejected", _("rejected by the board")
    CORRECTION_PROPOSED = "correction_proposed", _("correction proposed")
    CORRECTION_DECLINED = "correction_declined", _("correction declined")
    REPEAL_PREPARED = "repeal_prepared", _("repeal prepared")
    REPEAL_DECLINED = "repeal_declined", _("repeal declined")
    CURRENCY_REVIEWED = "currency_reviewed", _("reviewed for currency")
    PROPOSED = "proposed", _("change proposed")
    TAKEN_UP = "taken_up", _("proposal taken up")
    DECLINED = "declined", _("proposal declined")
    ENDED = "ended", _("ended without a decision")


@scanned(exempt={"section": "made by the program", "data": "figures and names of choices, no text of people"})
class RoadEvent(models.Model):
    """`section` is a section's id, "" where the event is about the whole; `text` what somebody said of it."""

    series = models.ForeignKey(
        EditionSeries, on_delete=models.PROTECT, related_name="events", verbose_name=_("series")
    )
    matter = models.ForeignKey(
        Matter, null=True, on_delete=models.PROTECT, related_name="events", verbose_name=_("matter")
    )
    edition = models.ForeignKey(
        Edition, null=True, on_delete=models.PROTECT, related_name="events", verbose_name=_("edition")
    )
    kind = models.CharField(_("kind"), max_length=24, choices=EventKind)
    at = models.DateTimeField(_("at"), default=clock.now)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("by"),
    )
    section = models.CharField(_("section"), max_length=36, blank=True)
    text = models.TextField(_("text"), blank=True)
    data = models.JSONField(_("data"), default=dict)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=EventKind.values), name="event_kind_known")
        ]

    def __str__(self) -> str:
        return f"#{self.pk} {self.kind}"


def tell(
    about: Matter | EditionSeries,
    kind: EventKind,
    actor: Any = None,
    *,
    text: str = "",
    section: str = "",
    edition: Edition | None = None,
    **data: Any,
) -> RoadEvent:
    """Write down what happened, in the transaction in which it happens. Raises PersonalDataFound."""
    matter = about if isinstance(about, Matter) else None
    event = RoadEvent(
        series=about.series if isinstance(about, Matter) else about,
        matter=matter,
        edition=edition,
        kind=kind,
        actor=actor if getattr(actor, "pk", None) else None,
        section=section,
        text=text.strip(),
        data=data,
    )
    refuse_instance(event)
    event.save()
    return event
