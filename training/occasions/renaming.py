"""A course that is called something else is another line in calendars: what they show of its occasions has changed."""

from typing import Any

from django.db.models import F
from django.db.models.signals import pre_save
from wagtail.models import Page

from handslag import clock
from training.catalogue.course_page import CoursePage
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion


def follow(
    sender: type, instance: CoursePage, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    """A draft's title is kept elsewhere; the row's changes when the page is published."""
    if raw or instance.pk is None or (update_fields is not None and "title" not in update_fields):
        return
    ahead = Occasion.objects.filter(course=instance.pk, ends_at__gt=clock.now()).exclude(
        state=OccasionState.DRAFT
    )
    if Page.objects.filter(pk=instance.pk).exclude(title=instance.title).exists():
        ahead.update(sequence=F("sequence") + 1, changed_at=clock.now())


def connect() -> None:
    pre_save.connect(follow, sender=CoursePage, dispatch_uid="training.occasions.renamed")
