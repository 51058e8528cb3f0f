"""What is removed of a referral when its time is over (design: Retention purges on time)."""

import datetime

from handslag import clock
from handslag.retention import Purge
from plan_pages.road.referral.reading_key import ReadingKey
from plan_pages.road.referral.round import ReferralBody, ReferralRound

# A functional address may hold a name; by then nobody writes to it about this matter.
CONTACTS_KEPT = datetime.timedelta(days=730)
KEYS_KEPT = datetime.timedelta(days=365)


def forget_contacts() -> int:
    """E-mail addresses of matters closed 24 months ago; what the bodies answered stays."""
    before = clock.now() - CONTACTS_KEPT
    bodies = ReferralBody.objects.filter(round__matter__closed_at__lt=before).exclude(contact="")
    rounds = ReferralRound.objects.filter(matter__closed_at__lt=before).exclude(reply_to="")
    return bodies.update(contact="") + rounds.update(reply_to="")


def forget_keys() -> int:
    """Reading addresses that ran out a year ago, with their counts."""
    gone, _by_model = ReadingKey.objects.filter(expires_on__lt=clock.today() - KEYS_KEPT).delete()
    return gone


contacts = Purge("e-mail addresses of bodies asked", forget_contacts, order=82)
keys = Purge("reading addresses that ran out", forget_keys, order=83)
