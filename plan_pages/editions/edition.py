"""One decided edition."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag.privacy.registration import scanned
from plan_pages.editions.insert_only import InsertOnlyModel
from plan_pages.editions.kinds import EditionKind
from plan_pages.editions.numbers import EditionNumber
from plan_pages.editions.series import EditionSeries

_SEALED = "scanned before it was sealed"
_MACHINE = "made by the program"


@scanned(exempt={"title": _SEALED, **dict.fromkeys(("language", "digest", "previous_digest"), _MACHINE)})
class Edition(InsertOnlyModel):
    """Numbered, chained, never changed. The text lies in its leaves, the decisions beside them.

    Its row is written last: until then nobody can read it, afterwards nothing can be added. `revision` is the draft it
    was made from; readers are never shown the revision. `sequence` is the order of sealing, from 1.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    series = models.ForeignKey(
        EditionSeries, on_delete=models.PROTECT, related_name="editions", verbose_name=_("series")
    )
    revision = models.OneToOneField(
        "wagtailcore.Revision",
        null=True,
        on_delete=models.PROTECT,
        related_name="edition",
        verbose_name=_("revision"),
    )
    sequence = models.PositiveIntegerField(_("order of sealing"))
    main = models.PositiveIntegerField(_("main number"))
    correction = models.PositiveIntegerField(_("correction"), default=0)
    kind = models.CharField(_("kind"), max_length=12, choices=EditionKind)
    schema_version = models.PositiveIntegerField(_("schema version"))
    language = models.CharField(_("language"), max_length=12)
    title = models.CharField(_("title"), max_length=255)
    reason = models.TextField(_("reason"), blank=True)
    digest = models.CharField(_("digest"), max_length=64, unique=True)
    previous_digest = models.CharField(_("digest of the edition before"), max_length=64, blank=True)
    sealed_at = models.DateTimeField(_("sealed at"))
    sealed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("sealed by"),
    )

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["series", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["series", "sequence"], name="edition_sequence_once"),
            models.UniqueConstraint(fields=["series", "main", "correction"], name="edition_number_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=EditionKind.values), name="edition_kind_known"
            ),
            models.CheckConstraint(
                condition=models.Q(kind="correction", correction__gt=0)
                | (~models.Q(kind="correction") & models.Q(correction=0)),
                name="edition_correction_has_its_number",
            ),
            models.CheckConstraint(
                condition=models.Q(sequence__gt=0, main__gt=0), name="edition_counts_from_one"
            ),
            models.CheckConstraint(
                condition=models.Q(sequence=1, previous_digest="")
                | (models.Q(sequence__gt=1) & ~models.Q(previous_digest="")),
                name="edition_names_its_predecessor",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind__in=["correction", "repeal"]) | ~models.Q(reason=""),
                name="edition_correction_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series_id}/{self.number}"

    @property
    def number(self) -> EditionNumber:
        return EditionNumber(self.main, self.correction)
