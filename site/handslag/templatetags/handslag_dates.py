"""Dates as people say them."""

import datetime

from django import template
from django.utils import dateformat, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag import clock

register = template.Library()


def _day(value: datetime.date | datetime.datetime) -> datetime.date:
    if isinstance(value, datetime.datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


@register.simple_tag
def today() -> datetime.date:
    """The day that Handslag's clock says it is."""
    return clock.today()


@register.filter
def in_words(value: datetime.date | datetime.datetime | None) -> str:
    """The month as a word: 03/04 is read in two ways, 3 April in one."""
    return dateformat.format(_day(value), "j F Y") if value else ""


@register.simple_tag
def time_in_words(begins: datetime.datetime, ends: datetime.datetime | None = None) -> str:
    """Day and hours; both days where it ends on another one."""
    text = f"{in_words(begins)} {_hour(begins)}"
    if ends is None:
        return text
    return (
        f"{text}–{_hour(ends)}" if _day(ends) == _day(begins) else f"{text} – {in_words(ends)} {_hour(ends)}"
    )


@register.simple_tag
def days_in_words(begins: datetime.datetime, ends: datetime.datetime | None = None) -> str:
    """The day, or the first and the last; what ends at midnight ends on the day before."""
    last = _day(ends - datetime.timedelta(microseconds=1)) if ends is not None else _day(begins)
    return in_words(begins) if last <= _day(begins) else f"{in_words(begins)} – {in_words(last)}"


def _hour(moment: datetime.datetime) -> str:
    return dateformat.format(timezone.localtime(moment) if timezone.is_aware(moment) else moment, "H:i")


@register.filter
def distance_in_words(value: datetime.date | datetime.datetime | None) -> str:
    """How far off a day is: "143 days ago" says at a glance what a date leaves to be counted."""
    if not value:
        return ""
    days = (_day(value) - clock.today()).days
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    if days == -1:
        return _("yesterday")
    if days < 0:
        return ngettext("%(days)d day ago", "%(days)d days ago", -days) % {"days": -days}
    return ngettext("in %(days)d day", "in %(days)d days", days) % {"days": days}
