"""Who took part in an edition: beside it and not in it, for auditors only."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import ParticipantRole


class EditionParticipant(models.Model):
    """The four eyes of an edition are told by these rows."""

    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, related_name="participants", verbose_name=_("edition")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("account")
    )
    role = models.CharField(_("role"), max_length=12, choices=ParticipantRole)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("participant of an edition")
        verbose_name_plural = _("participants of editions")
        constraints = [
            models.UniqueConstraint(fields=["edition", "user", "role"], name="participant_once_per_role"),
            models.CheckConstraint(
                condition=models.Q(role__in=ParticipantRole.values), name="participant_role_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.role}"
