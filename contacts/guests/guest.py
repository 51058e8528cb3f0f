"""Somebody who is invited to one meeting: a mail address and what the guest comes for, never a name (B-1.2)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from contacts.bodies.meeting import MeetingPage
from contacts.functions.function import Function
from contacts.organisations.organisation import Organisation
from handslag import clock
from handslag.privacy.registration import scanned


@scanned(exempt={"digest": "made by the program"})
class MeetingGuest(models.Model):
    """What was mailed last stands beside what holds now; where they differ a letter waits (`standing.waiting`).

    `told_of`: the meeting's `sequence` in the last letter, None: a (new) invitation waits. `ics_sequence`: SEQUENCE of
    the last letter, which grows also where the meeting's own does not. `is_called_off`: the last letter took the
    meeting back. `mailed_at`: when it went; None also where it took the meeting back and an invitation anew waits.
    `email` is emptied when its time is over; what the guest came for stays.
    """

    meeting = models.ForeignKey(
        MeetingPage, on_delete=models.CASCADE, related_name="guests", verbose_name=_("meeting")
    )
    email = models.EmailField(_("e-mail"), blank=True)
    function = models.ForeignKey(
        Function,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("function"),
    )
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("organisation"),
    )
    digest = models.CharField(_("digest"), max_length=64, null=True, unique=True)
    invited_at = models.DateTimeField(_("invited at"), default=clock.now)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    told_of = models.PositiveIntegerField(_("told of change"), null=True)
    ics_sequence = models.PositiveIntegerField(_("number of the last letter"), null=True)
    is_called_off = models.BooleanField(_("called off"), default=False)
    mailed_at = models.DateTimeField(_("mailed at"), null=True)
    claimed_at = models.DateTimeField(_("begun at"), null=True)
    failed_at = models.DateTimeField(_("failed at"), null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("guest of a meeting")
        verbose_name_plural = _("guests of meetings")
        ordering = ["invited_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "email"], condition=~Q(email=""), name="guest_once_per_meeting"
            ),
            models.CheckConstraint(
                condition=Q(function=None, organisation__isnull=False)
                | Q(function__isnull=False, organisation=None),
                name="guest_comes_for_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(digest=None) | (Q(withdrawn_at=None) & ~Q(email="")),
                name="guest_address_ends_with_the_invitation",
            ),
            models.CheckConstraint(
                condition=Q(is_called_off=False) | Q(told_of__isnull=False),
                name="guest_called_off_was_told_before",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def comes_for(self) -> str:
        if self.function is not None:
            return self.function.name_with_organisation
        return self.organisation.name if self.organisation is not None else ""
