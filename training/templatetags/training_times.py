"""Days and times of occasions as people say them."""

import datetime

from django import template
from django.utils import dateformat, timezone

register = template.Library()


@register.simple_tag
def span(starts_at: datetime.datetime, ends_at: datetime.datetime) -> str:
    """ "3 March 2026 09:00–12:00"; with both days where it goes on past midnight."""
    begins, ends = timezone.localtime(starts_at), timezone.localtime(ends_at)
    if begins.date() == ends.date():
        return f"{_day(begins)} {begins:%H:%M}–{ends:%H:%M}"
    return f"{_day(begins)} {begins:%H:%M} – {_day(ends)} {ends:%H:%M}"


@register.simple_tag
def hours(starts_at: datetime.datetime, ends_at: datetime.datetime) -> str:
    """As above, under the day's own heading."""
    begins, ends = timezone.localtime(starts_at), timezone.localtime(ends_at)
    if begins.date() == ends.date():
        return f"{begins:%H:%M}–{ends:%H:%M}"
    return f"{begins:%H:%M} – {_day(ends)} {ends:%H:%M}"


def _day(moment: datetime.datetime) -> str:
    return dateformat.format(moment, "j F Y")
