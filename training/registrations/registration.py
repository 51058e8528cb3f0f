"""One person's registration to one occasion: a place, or a place in the queue."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.places.models import Unit
from handslag.privacy.registration import scanned
from training.occasions.occasion import Occasion
from training.registrations.kinds import RegistrationState


@scanned(exempt={"cancel_digest": "made by the program"})
class Registration(models.Model):
    """Rows are written while the occasion's row is held (`acting.py`), so the queue's order is that of `pk`.

    `unit` is where the person worked then: a move changes no figure of the past. `person` None: the account is gone,
    the figure stays. `needs` (food, hearing, stairs) serves that occasion only and is emptied on `needs_purge_on`.
    `cancel_digest` is that of the secret in the mailed link. That somebody has answered the evaluation is known,
    what they answered is not.
    """

    occasion = models.ForeignKey(
        Occasion, on_delete=models.PROTECT, related_name="registrations", verbose_name=_("occasion")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("person"),
    )
    unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("unit")
    )
    state = models.CharField(_("state"), max_length=10, choices=RegistrationState)
    needs = models.CharField(_("what we need to know for the day"), max_length=400, blank=True)
    needs_purge_on = models.DateField(_("the above is removed on"), null=True, blank=True)
    created_at = models.DateTimeField(_("registered at"), default=clock.now)
    changed_at = models.DateTimeField(_("changed at"), default=clock.now)
    offer_until = models.DateTimeField(_("the offer holds until"), null=True, blank=True)
    has_evaluated = models.BooleanField(_("has answered the evaluation"), default=False)
    cancel_digest = models.CharField(max_length=64, blank=True, db_index=True, editable=False)
    token = models.UUIDField(default=uuid.uuid4, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["pk"]
        indexes = [models.Index(fields=["occasion", "state"], name="registration_queue")]
        constraints = [
            models.UniqueConstraint(
                fields=["occasion", "person"],
                condition=~Q(state=RegistrationState.CANCELLED),
                name="registration_once_per_occasion",
            ),
            models.CheckConstraint(
                condition=Q(state__in=RegistrationState.values), name="registration_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state=RegistrationState.OFFERED, offer_until__isnull=False)
                | (~Q(state=RegistrationState.OFFERED) & Q(offer_until=None)),
                name="registration_offer_has_an_end",
            ),
            models.CheckConstraint(
                condition=Q(needs="") | Q(needs_purge_on__isnull=False),
                name="registration_needs_are_removed_in_time",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
