"""A list shows what entries say: reading restricted ones in it is written down as reading their pages is."""

from collections.abc import Iterable
from typing import Any

from contacts.dialogue.kinds import ROLE
from handslag.access.audiences import Audience
from handslag.access.models import AccessRule, ReadLogEntry
from handslag.access.people import Person, group_ids, has_role, is_break_glass


def record_listing(user: Person, entries: Iterable[Any]) -> None:
    """The same few questions however many entries, of `rules.with_restriction`; what restricts a whole log is written
    down with the log's page."""
    restricted = [entry.pk for entry in entries if entry.is_restricted]
    if not restricted:
        return
    outside = set(restricted) - _within(user, restricted) if is_break_glass(user) else set()
    ReadLogEntry.objects.bulk_create(
        ReadLogEntry(user_id=user.pk, kind=ReadLogEntry.Kind.PAGE, object_id=pk, break_glass=pk in outside)
        for pk in restricted
    )


def _within(user: Person, pages: list[int]) -> set[int]:
    """Those that the superuser may read anyway: by a role that the rule names or, where no rule stands, the log's."""
    rules = AccessRule.objects.filter(page__in=pages, audience=Audience.RESTRICTED)
    within = set(rules.filter(roles__in=group_ids(user)).values_list("page", flat=True))
    if has_role(user, ROLE):
        within |= set(pages).difference(rules.values_list("page", flat=True))
    return within
