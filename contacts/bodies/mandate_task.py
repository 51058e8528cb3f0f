"""What a mandate asks for, point by point, so that a point nobody works on can be seen."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from contacts.bodies.kinds import TaskState
from handslag import clock
from handslag.privacy.registration import scanned


@scanned
class MandateTask(Orderable):
    """Nothing done yet counts from the day the task was given."""

    body = ParentalKey("contacts.BodyPage", related_name="mandate_tasks", verbose_name=_("body"))
    text = models.CharField(_("task"), max_length=250)
    state = models.CharField(_("state"), max_length=10, choices=TaskState, default=TaskState.NOT_BEGUN)
    given_on = models.DateField(_("given on"), default=clock.today)
    last_activity_on = models.DateField(
        _("last worked on"), null=True, blank=True, help_text=_("The day something was last done about it.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("task of the mandate")
        verbose_name_plural = _("tasks of the mandate")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=TaskState.values), name="mandate_task_state_is_known"
            )
        ]

    def __str__(self) -> str:
        return self.text
