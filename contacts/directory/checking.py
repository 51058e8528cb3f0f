"""How old particulars may be before somebody is asked to look at them again."""

import datetime

from django.conf import settings
from django.db.models import Q

from contacts.organisations.organisation import Organisation, OrganisationQuerySet
from handslag import clock

CHECK_DAYS = 180


def last_good_day() -> datetime.date:
    """Particulars checked before it are too old (domain.md: 180 days)."""
    days: int = getattr(settings, "CONTACTS_CHECK_DAYS", CHECK_DAYS)
    return clock.today() - datetime.timedelta(days=days)


def unchecked() -> OrganisationQuerySet:
    never_or_long_ago = Q(checked_on=None) | Q(checked_on__lt=last_good_day())
    return Organisation.objects.current().filter(never_or_long_ago)
