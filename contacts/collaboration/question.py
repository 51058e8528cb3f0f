"""Open questions: put to somebody, answered for now or for good, closed when they are settled (A2.5, A2.6)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from contacts.organisations.organisation import Organisation
from handslag import clock
from handslag.privacy.registration import scanned
from handslag.sensible_days import sensible, validate_not_ahead, validate_sensible


@scanned
class OpenQuestion(models.Model):
    """“No, for now” is an answer that must be asked again: it has a day for that."""

    question = models.TextField(
        _("question"), help_text=_("About organisations and ways of working, never persons.")
    )
    asked_of = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="open_questions",
        verbose_name=_("asked of"),
        help_text=_("Empty: nobody has been asked yet."),
    )
    asked_on = models.DateField(
        _("asked on"), default=clock.today, validators=[validate_sensible, validate_not_ahead]
    )
    answer = models.TextField(_("answer"), blank=True)
    answered_on = models.DateField(
        _("answered on"), null=True, blank=True, validators=[validate_sensible, validate_not_ahead]
    )
    is_provisional = models.BooleanField(_("the answer holds for now only"), default=False)
    revisit_on = models.DateField(
        _("to be asked again on"), null=True, blank=True, validators=[validate_sensible]
    )
    closed_on = models.DateField(
        _("closed on"),
        null=True,
        blank=True,
        validators=[validate_sensible],
        help_text=_("Until then the question stays on the list."),
    )

    class Meta:
        verbose_name = _("open question")
        verbose_name_plural = _("open questions")
        ordering = ["asked_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_provisional=False) | Q(revisit_on__isnull=False),
                name="question_provisional_answer_has_a_day",
                violation_error_message=_("An answer that holds for now only needs a day to ask again."),
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_on=None) | (~Q(answer="") & Q(answered_on__isnull=False)),
                name="question_answer_has_its_day",
                violation_error_message=_("Give both the answer and its day, or neither."),
            ),
            models.CheckConstraint(
                condition=Q(is_provisional=False) | ~Q(answer=""),
                name="question_provisional_is_answered",
                violation_error_message=_("Write the answer that holds for now."),
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | ~Q(answer=""),
                name="question_closed_is_answered",
                violation_error_message=_("A question is closed with an answer."),
            ),
            models.CheckConstraint(
                condition=sensible("asked_on", "answered_on", "revisit_on", "closed_on"),
                name="question_on_sensible_days",
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None) | Q(answered_on__gte=F("asked_on")),
                name="question_is_asked_before_answered",
                violation_error_message=_("The answer's day lies before the day the question was asked."),
            ),
            models.CheckConstraint(
                condition=Q(revisit_on=None)
                | (
                    Q(revisit_on__gte=F("asked_on"))
                    & (Q(answered_on=None) | Q(revisit_on__gte=F("answered_on")))
                ),
                name="question_is_asked_again_after",
                violation_error_message=_("The day to ask again lies before the question or its answer."),
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(answered_on=None) | Q(closed_on__gte=F("answered_on")),
                name="question_is_closed_after_answered",
                violation_error_message=_("The day it was closed lies before the day of the answer."),
            ),
        ]

    def __str__(self) -> str:
        return self.question[:80]
