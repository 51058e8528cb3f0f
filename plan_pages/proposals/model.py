"""A proposal to revise the plan, and what those who write the next edition answered."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.privacy.registration import scanned
from handslag.revision_proposals import title_of
from plan_pages.documents.model import section_anchor
from plan_pages.editions.edition import Edition
from plan_pages.editions.series import EditionSeries
from plan_pages.road.matter import Matter


@scanned(
    exempt={
        "section": "made by the program",
        "source": "a name in the program",
        "source_url": "an address of this site",
    }
)
class RevisionProposal(models.Model):
    """`section` is a section's id in the text that was read, "" for the whole plan; `section_title` what it was called
    then. `raised_by` is for asking back: it keeps nobody's account and is emptied in time (`proposals.retention`).
    """

    series = models.ForeignKey(
        EditionSeries, on_delete=models.PROTECT, related_name="proposals", verbose_name=_("series")
    )
    section = models.CharField(_("section"), max_length=36, blank=True)
    section_title = models.CharField(_("title of the section"), max_length=250, blank=True)
    edition = models.ForeignKey(
        Edition,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("edition that was read"),
    )
    text = models.TextField(_("what should change"))
    why = models.TextField(_("reason for the proposal"), blank=True)
    source = models.CharField(_("source of the proposal"), max_length=40)
    source_url = models.CharField(_("address of what is behind it"), max_length=500, blank=True)
    raised_at = models.DateTimeField(_("raised at"), default=clock.now)
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("raised by"),
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("proposal to revise the plan")
        verbose_name_plural = _("proposals to revise the plan")
        ordering = ["raised_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="proposal_says_what"),
            models.CheckConstraint(condition=~models.Q(source=""), name="proposal_has_a_source"),
            models.CheckConstraint(
                condition=models.Q(source_url="")
                | (models.Q(source_url__startswith="/") & ~models.Q(source_url__startswith="//")),
                name="proposal_source_is_on_this_site",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def anchor(self) -> str:
        """Of the section, on the page of an edition."""
        return section_anchor(self.section)

    @property
    def source_in_words(self) -> str:
        return title_of(self.source)


class Verdict(models.TextChoices):
    TAKEN_UP = "taken_up", _("taken up in the draft")
    DECLINED = "declined", _("not taken up")


@scanned
class ProposalAnswer(models.Model):
    """What became of a proposal in one matter; a row of its own, so that what a closed matter answered stays true when
    the proposal is answered anew in the next. Who takes it up still has to write the text.
    """

    proposal = models.ForeignKey(
        RevisionProposal, on_delete=models.PROTECT, related_name="answers", verbose_name=_("proposal")
    )
    matter = models.ForeignKey(
        Matter, on_delete=models.PROTECT, related_name="proposal_answers", verbose_name=_("matter")
    )
    verdict = models.CharField(_("answer"), max_length=12, choices=Verdict)
    text = models.TextField(_("answer in words"), blank=True)
    answered_at = models.DateTimeField(_("answered at"), default=clock.now)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("answered by")
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("answer to a proposal")
        verbose_name_plural = _("answers to proposals")
        ordering = ["answered_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "matter"], name="proposal_answered_once_per_matter"),
            models.CheckConstraint(
                condition=models.Q(verdict__in=Verdict.values), name="proposal_verdict_known"
            ),
            models.CheckConstraint(
                condition=models.Q(verdict="taken_up") | ~models.Q(text=""),
                name="proposal_declined_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.verdict}"
