"""One time that a course is given: days, place, and how many there is room for."""

import uuid

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from contacts.functions.function import Function
from handslag import clock
from handslag.privacy.registration import scanned
from training.catalogue.course_page import CoursePage
from training.occasions.kinds import OccasionState
from training.occasions.local_time import LocalMomentField

NOWHERE = _(
    "An announced occasion needs a place, or a link to the meeting; cancel it if it is not to be held."
)


@scanned(exempt={"link": "an address", "language": "a code"})
class Occasion(ClusterableModel):
    """`taken`: seats that are confirmed or held open for somebody; only `training.registrations` changes it, holding
    this row. That it never exceeds the capacity is the database's word, not a form's.

    `uid` and `sequence` are what calendars know it by. `starts_at`/`ends_at` repeat the days for lists and filters;
    `saving.py` keeps them.
    """

    course = models.ForeignKey(
        CoursePage, on_delete=models.PROTECT, related_name="occasions", verbose_name=_("course")
    )
    place = models.CharField(_("place"), max_length=160, blank=True)
    link = models.URLField(_("link to the meeting"), blank=True)
    language = models.CharField(_("language"), max_length=12, default="sv")
    capacity = models.PositiveIntegerField(_("number of places"), validators=[MinValueValidator(1)])
    taken = models.PositiveIntegerField(_("places taken"), default=0, editable=False)
    opens_at = LocalMomentField(
        _("registration opens"), null=True, blank=True, help_text=_("Empty: at once.")
    )
    deadline = LocalMomentField(
        _("last moment to register"), null=True, blank=True, help_text=_("Empty: until it begins.")
    )
    contact_function = models.ForeignKey(
        Function,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("whom to ask"),
    )
    state = models.CharField(
        _("state"), max_length=10, choices=OccasionState, default=OccasionState.DRAFT, editable=False
    )
    cancelled_because = models.CharField(
        _("why it was cancelled"), max_length=250, blank=True, editable=False
    )
    starts_at = models.DateTimeField(_("begins"), null=True, editable=False, db_index=True)
    ends_at = models.DateTimeField(_("ends"), null=True, editable=False)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(_("number of changes"), default=0, editable=False)
    changed_at = models.DateTimeField(_("changed at"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("occasion")
        verbose_name_plural = _("occasions")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(capacity__gte=1), name="occasion_has_room_for_somebody"),
            models.CheckConstraint(
                condition=Q(taken__lte=F("capacity")),
                name="occasion_never_fuller_than_it_holds",
                violation_error_message=_(
                    "More people have a place than that; cancel some of them first, or keep the number."
                ),
            ),
            models.CheckConstraint(
                condition=Q(state__in=OccasionState.values), name="occasion_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="occasion_ends_after_it_began"
            ),
            models.CheckConstraint(
                condition=~Q(state=OccasionState.OPEN) | Q(starts_at__isnull=False, ends_at__isnull=False),
                name="occasion_announced_has_days",
            ),
            models.CheckConstraint(
                condition=~Q(state=OccasionState.OPEN) | ~Q(place="") | ~Q(link=""),
                name="occasion_announced_is_somewhere",
                violation_error_message=NOWHERE,
            ),
            models.CheckConstraint(
                condition=Q(deadline__gt=F("opens_at")),
                name="occasion_closes_after_it_opened",
                violation_error_message=_("Registration closes before it opens."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.course.title} ({self.starts_at:%Y-%m-%d})" if self.starts_at else self.course.title

    @cached_property
    def read_course(self) -> CoursePage:
        """The course's page to read; `reading.in_readers_language` puts that of the reader's language in its place."""
        return self.course

    @property
    def free(self) -> int:
        return self.capacity - self.taken

    @property
    def language_name(self) -> str:
        """In the reader's language; a code that nobody knows stands as it is."""
        try:
            return str(get_language_info(self.language)["name_translated"])
        except KeyError:
            return self.language
