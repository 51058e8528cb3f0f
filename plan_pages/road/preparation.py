"""What the editor says beside the text before the board reads it: reasons, and what became of promises."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag.privacy.registration import scanned
from plan_pages.road.matter import Matter


@scanned(exempt={"section": "made by the program"})
class SectionReason(models.Model):
    """Why a section differs from the edition in force. `section` is its id, "" for title and front matter."""

    matter = models.ForeignKey(
        Matter, on_delete=models.CASCADE, related_name="reasons", verbose_name=_("matter")
    )
    section = models.CharField(_("section"), max_length=36, blank=True)
    text = models.TextField(_("reason"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reason for a change")
        verbose_name_plural = _("reasons for changes")
        constraints = [
            models.UniqueConstraint(fields=["matter", "section"], name="reason_once_per_section"),
            models.CheckConstraint(condition=~models.Q(text=""), name="reason_is_given"),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.section}"


class Fate(models.TextChoices):
    SAME = "same", _("the same promise, written anew")
    REPLACED = "replaced", _("replaced by another promise")
    ENDED = "ended", _("ended")


class PromiseMatch(models.Model):
    """What became of a commitment that is gone from the text (design: Registers). Keys are commitments' ids."""

    matter = models.ForeignKey(
        Matter, on_delete=models.CASCADE, related_name="matches", verbose_name=_("matter")
    )
    vanished = models.UUIDField(_("vanished commitment"))
    fate = models.CharField(_("what became of it"), max_length=12, choices=Fate)
    successor = models.UUIDField(_("new commitment"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("match of a commitment")
        verbose_name_plural = _("matches of commitments")
        constraints = [
            models.UniqueConstraint(fields=["matter", "vanished"], name="match_once_per_vanished"),
            # One new promise is the same as one old one; it may replace several.
            models.UniqueConstraint(
                fields=["matter", "successor"],
                condition=models.Q(fate="same"),
                name="match_same_once_per_successor",
            ),
            models.CheckConstraint(
                condition=models.Q(fate="ended", successor__isnull=True)
                | models.Q(fate__in=("same", "replaced"), successor__isnull=False),
                name="match_has_a_successor_unless_ended",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.fate}"


class GuestReviewer(models.Model):
    """Somebody from outside the preparatory group who may review this one matter."""

    matter = models.ForeignKey(
        Matter, on_delete=models.CASCADE, related_name="guest_reviewers", verbose_name=_("matter")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("account")
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("invited reviewer")
        verbose_name_plural = _("invited reviewers")
        constraints = [
            models.UniqueConstraint(fields=["matter", "user"], name="guest_reviewer_once_per_matter")
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.user_id}"
