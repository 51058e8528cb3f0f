"""The register of commitments: one identity per promise, one entry per edition that holds it.

The words stay in the edition's leaves and are not copied here, so that a redaction has one place to go to.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag.privacy.registration import scanned
from plan_pages.editions.edition import Edition
from plan_pages.editions.insert_only import InsertOnlyModel
from plan_pages.editions.series import EditionSeries

OBLIGATIONS = ("ska", "bör", "kan")


class Commitment(models.Model):
    """A promise across editions. Follow-ups and evidence refer to this and not to the text of one edition."""

    series = models.ForeignKey(
        EditionSeries, on_delete=models.PROTECT, related_name="commitments", verbose_name=_("series")
    )
    key = models.UUIDField(_("key"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        constraints = [models.UniqueConstraint(fields=["series", "key"], name="commitment_once_per_series")]

    def __str__(self) -> str:
        return str(self.key)


@scanned(
    exempt={
        "section": "made by the program",
        "obligation": "one of three words",
        "accountable_function": "scanned before it was sealed",
    }
)
class CommitmentEntry(InsertOnlyModel):
    """The promise as this edition makes it; written in the same transaction as the seal."""

    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, related_name="commitment_entries", verbose_name=_("edition")
    )
    commitment = models.ForeignKey(
        Commitment, on_delete=models.PROTECT, related_name="entries", verbose_name=_("commitment")
    )
    position = models.PositiveIntegerField(_("position"))
    section = models.CharField(_("section"), max_length=36)
    obligation = models.CharField(_("obligation"), max_length=4)
    accountable_function = models.CharField(_("accountable function"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("commitment of an edition")
        verbose_name_plural = _("commitments of editions")
        ordering = ["edition", "position"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "commitment"], name="commitment_once_per_edition"),
            models.UniqueConstraint(
                fields=["edition", "position"], name="commitment_position_once_per_edition"
            ),
            models.CheckConstraint(
                condition=models.Q(obligation__in=OBLIGATIONS), name="commitment_obligation_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}#{self.position}"
