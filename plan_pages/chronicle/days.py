"""Moments as files write them: in one time zone, whatever the database gives back; days are the site's local days."""

import datetime

from django.utils import timezone


def moment_of(at: datetime.datetime) -> datetime.datetime:
    return at.astimezone(datetime.UTC)


def day_of(at: datetime.datetime) -> datetime.date:
    return timezone.localtime(at).date()
