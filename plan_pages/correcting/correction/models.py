"""A correction from the day it is proposed: what it changes, in which editions, and who had the four eyes."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.privacy.registration import scanned
from plan_pages.correcting.correction.changing import Changes, FactChange, FactText, corrected
from plan_pages.correcting.correction.wording import LONGEST, Wording
from plan_pages.documents import EditionDocument
from plan_pages.editions.edition import Edition
from plan_pages.editions.series import EditionSeries
from plan_pages.seal.texts import document_of

_SEALED = "stands in a sealed edition"
_MACHINE = "made by the program"


class CorrectionState(models.TextChoices):
    WAITING = "waiting", _("waits for approval")
    SEALED = "sealed", _("approved and sealed")
    DECLINED = "declined", _("declined by the second person")
    WITHDRAWN = "withdrawn", _("withdrawn by whoever began it")


@dataclass(frozen=True)
class CorrectedText:
    """What a correction's revision stands for: the corrected text itself, which was never anybody's draft."""

    document: EditionDocument

    def to_document(self) -> EditionDocument:
        return self.document

    def unfinished(self) -> list[str]:
        """It was decided; what is corrected in it cannot be empty (`CorrectedFact`)."""
        return []


@scanned(exempt={"old_wording": _SEALED})
class Correction(models.Model):
    """One waits per series: two would be written from the same text and the second undo the first.

    The revisions that its editions are sealed from belong to this row and not to the plan's page, so that neither the
    draft, its history, its authors nor a text before the board know of them.
    """

    series = models.ForeignKey(
        EditionSeries, on_delete=models.PROTECT, related_name="corrections", verbose_name=_("series")
    )
    state = models.CharField(
        _("state"), max_length=12, choices=CorrectionState, default=CorrectionState.WAITING
    )
    reason = models.TextField(_("reason"))
    old_wording = models.CharField(_("wording before"), max_length=LONGEST, blank=True)
    new_wording = models.CharField(_("wording after"), max_length=LONGEST, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("proposed by")
    )
    sent_at = models.DateTimeField(_("sent at"), default=clock.now)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    note = models.TextField(_("why it was declined"), blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["series"],
                condition=models.Q(state="waiting"),
                name="correction_waits_once_per_series",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=CorrectionState.values), name="correction_state_known"
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="correction_says_why"),
            models.CheckConstraint(
                condition=models.Q(old_wording="", new_wording="")
                | (
                    ~models.Q(old_wording="")
                    & ~models.Q(new_wording="")
                    & ~models.Q(old_wording=models.F("new_wording"))
                ),
                name="correction_wording_differs",
            ),
            models.CheckConstraint(
                condition=models.Q(state="waiting", answered_by__isnull=True, answered_at__isnull=True)
                | (
                    ~models.Q(state="waiting")
                    & models.Q(answered_by__isnull=False, answered_at__isnull=False)
                ),
                name="correction_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["sealed", "declined"])
                | ~models.Q(answered_by=models.F("author")),
                name="correction_has_four_eyes",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="withdrawn") | models.Q(answered_by=models.F("author")),
                name="correction_withdrawn_by_its_author",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="declined") | ~models.Q(note=""),
                name="correction_declined_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def is_waiting(self) -> bool:
        return self.state == CorrectionState.WAITING

    @property
    def changes(self) -> Changes:
        wording = Wording(self.old_wording, self.new_wording) if self.old_wording else None
        return Changes(tuple(row.change for row in self.facts.all()), wording)

    @property
    def base(self) -> Edition:
        """The edition that the old words were read from."""
        return self.targets.select_related("edition__series")[0].edition

    def with_content_json(self, content: dict[str, Any]) -> CorrectedText:
        """What `Revision.as_object` asks of whatever a revision belongs to. The revision names the edition, so that the
        words come from its seal and stand in no other place (a redaction has one place to go to)."""
        edition = Edition.objects.select_related("series").get(pk=content["edition"])
        return CorrectedText(corrected(document_of(edition), self.changes))


@scanned(
    exempt={"section": _MACHINE, "fact": _MACHINE}
    | dict.fromkeys(("old_label", "old_value", "old_note"), _SEALED)
)
class CorrectedFact(models.Model):
    """`section` and `fact` are the ids they have in every edition."""

    correction = models.ForeignKey(
        Correction, on_delete=models.CASCADE, related_name="facts", verbose_name=_("correction")
    )
    section = models.CharField(_("section"), max_length=36)
    fact = models.CharField(_("fact"), max_length=36)
    old_label = models.TextField(_("name before"))
    old_value = models.TextField(_("number or address before"))
    old_note = models.TextField(_("note before"), blank=True)
    label = models.TextField(_("name"))
    value = models.TextField(_("number or address"))
    note = models.TextField(_("note"), blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("corrected fact")
        verbose_name_plural = _("corrected facts")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["correction", "fact"], name="corrected_fact_once"),
            models.CheckConstraint(
                condition=~models.Q(label="") & ~models.Q(value=""), name="corrected_fact_is_not_empty"
            ),
            models.CheckConstraint(
                condition=~models.Q(
                    old_label=models.F("label"), old_value=models.F("value"), old_note=models.F("note")
                ),
                name="corrected_fact_differs",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.correction_id} {self.fact}"

    @property
    def change(self) -> FactChange:
        return FactChange(
            self.section,
            self.fact,
            FactText(self.old_label, self.old_value, self.old_note),
            FactText(self.label, self.value, self.note),
        )


class CorrectionTarget(models.Model):
    """An edition that holds the same words, as it was sealed last: the correction is applied to it, or it is left as it
    is. The first is the one the old words were read from. `sealed` is the edition that came of it."""

    correction = models.ForeignKey(
        Correction, on_delete=models.CASCADE, related_name="targets", verbose_name=_("correction")
    )
    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, related_name="+", verbose_name=_("edition")
    )
    applies = models.BooleanField(_("is corrected too"))
    sealed = models.OneToOneField(
        Edition,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="correction_target",
        verbose_name=_("corrected edition"),
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("edition of a correction")
        verbose_name_plural = _("editions of a correction")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["correction", "edition"], name="correction_target_once"),
            models.CheckConstraint(
                condition=models.Q(applies=True) | models.Q(sealed__isnull=True),
                name="correction_target_sealed_where_it_applies",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.correction_id} {self.edition_id}"
