"""A routine: what is done each time, step by step, and the document it comes from (B-2.1)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable

from handslag.privacy.registration import scanned

LONGEST_STEP = 300


def lines_of(steps: str) -> list[str]:
    return [line for line in (" ".join(row.split()) for row in steps.splitlines()) if line]


@scanned
class Routine(Orderable):
    """Kept with its body, so it is reviewed, compared and closed as the body is. What began by it stays as it was."""

    body = ParentalKey("contacts.BodyPage", related_name="routines", verbose_name=_("body"))
    title = models.CharField(_("name of the routine"), max_length=160)
    source_document = models.ForeignKey(
        get_document_model_string(),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("document that describes it"),
    )
    source_link = models.URLField(_("or a link to it"), blank=True)
    steps = models.TextField(
        _("steps"),
        help_text=_("One step on each line, in order. What has begun keeps the steps it began with."),
    )

    panels = [
        FieldPanel("title"),
        FieldPanel("source_document"),
        FieldPanel("source_link"),
        FieldPanel("steps"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("routine")
        verbose_name_plural = _("routines")
        constraints = [
            models.CheckConstraint(condition=~Q(steps="") & ~Q(title=""), name="routine_has_steps")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def lines(self) -> list[str]:
        return lines_of(self.steps)

    def clean(self) -> None:
        super().clean()
        if not self.lines:
            raise ValidationError({"steps": _("Write at least one step.")})
        for number, line in enumerate(self.lines, start=1):
            if len(line) > LONGEST_STEP:
                raise ValidationError(
                    {
                        "steps": _("Step %(number)d is longer than %(most)d characters; divide it.")
                        % {"number": number, "most": LONGEST_STEP}
                    }
                )
