"""A request for guidance, with its answers and follow-up questions. No field is about the person behind it (A7.1)."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from contacts.guidance.kinds import OPEN, Side, Situation, Status, Urgency
from contacts.guidance.numbers import new_number
from contacts.guidance.removal import removal_day
from handslag import clock
from handslag.places.models import Unit
from handslag.privacy.registration import scanned


@scanned
class GuidanceRequest(models.Model):
    """`number`: what it is called wherever it is seen. `reply_by`: the day promised, fixed when something is asked.
    `answered_at`: the first answer. `token`: made with the form, so that what is sent twice is one request.
    `purge_on`: set from the start and moved by all that happens until it is closed (`acting`); then all of it goes.
    """

    number = models.PositiveIntegerField(_("number"), unique=True, default=new_number, editable=False)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("asked by"),
    )
    unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("unit")
    )
    situation = models.CharField(_("kind of situation"), max_length=12, choices=Situation)
    urgency = models.CharField(_("when an answer is needed"), max_length=10, choices=Urgency)
    question = models.TextField(_("question"))
    registry_number = models.CharField(_("registry number of the request"), max_length=40, blank=True)
    answer_registry_number = models.CharField(_("registry number of the answer"), max_length=40, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.NEW)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("answered by"),
    )
    created_at = models.DateTimeField(_("asked at"), default=clock.now)
    reply_by = models.DateField(_("answer promised by"))
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    purge_on = models.DateField(_("removed on"), default=removal_day, db_index=True)
    is_useful = models.BooleanField(_("the answer was of use"), null=True, blank=True)
    feedback = models.TextField(_("what could be better"), blank=True)
    token = models.UUIDField(default=uuid.uuid4, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("request for guidance")
        verbose_name_plural = _("requests for guidance")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["status", "reply_by"], name="guidance_queue")]
        constraints = [
            models.UniqueConstraint(fields=["asked_by", "token"], name="guidance_sent_once"),
            models.CheckConstraint(condition=~Q(question=""), name="guidance_asks_something"),
            models.CheckConstraint(
                condition=Q(situation__in=Situation.values)
                & Q(urgency__in=Urgency.values)
                & Q(status__in=Status.values),
                name="guidance_choices_are_known",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.NEW) | Q(assigned_to=None, answered_at=None),
                name="guidance_new_is_untouched",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.ANSWERED) | Q(answered_at__isnull=False),
                name="guidance_answered_has_an_answer",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.CLOSED, closed_at__isnull=False)
                | (~Q(status=Status.CLOSED) & Q(closed_at=None)),
                name="guidance_closed_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=False) | Q(is_useful=None, feedback=""),
                name="guidance_feedback_is_on_an_answer",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.number}"

    @property
    def is_open(self) -> bool:
        """Somebody waits for the forum."""
        return self.status in OPEN

    @property
    def is_closed(self) -> bool:
        return self.status == Status.CLOSED

    @property
    def is_registered(self) -> bool:
        return bool(self.registry_number or self.answer_registry_number)

    @property
    def is_overdue(self) -> bool:
        return self.is_open and self.reply_by < clock.today()


@scanned
class GuidanceMessage(models.Model):
    """An answer or a follow-up question. Which member of the forum wrote it is not kept: the forum answers."""

    request = models.ForeignKey(
        GuidanceRequest, on_delete=models.CASCADE, related_name="messages", verbose_name=_("request")
    )
    side = models.CharField(_("written by"), max_length=10, choices=Side)
    text = models.TextField(_("text"))
    created_at = models.DateTimeField(_("written at"), default=clock.now)
    token = models.UUIDField(default=uuid.uuid4, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("message in a request for guidance")
        verbose_name_plural = _("messages in requests for guidance")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["request", "token"], name="guidance_message_sent_once"),
            models.CheckConstraint(
                condition=~Q(text="") & Q(side__in=Side.values), name="guidance_message_says_something"
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
