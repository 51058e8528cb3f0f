"""A list shows what entries say: reading restricted ones in it is written down as reading their pages is."""

from collections.abc import Iterable

from contacts.dialogue.entry_page import DialogueEntryPage
from handslag.access.audiences import Audience
from handslag.access.models import AccessRule, ReadLogEntry
from handslag.access.people import Person, group_ids, is_break_glass


def record_listing(user: Person, entries: Iterable[DialogueEntryPage]) -> None:
    """The same two questions however many entries; what restricts a whole log is written down with its page."""
    rules = AccessRule.objects.filter(
        page__in=[entry.pk for entry in entries], audience=Audience.RESTRICTED
    ).prefetch_related("roles")
    ReadLogEntry.objects.bulk_create(
        ReadLogEntry(
            user_id=user.pk,
            kind=ReadLogEntry.Kind.PAGE,
            object_id=rule.page_id,
            break_glass=is_break_glass(user)
            and group_ids(user).isdisjoint(role.pk for role in rule.roles.all()),
        )
        for rule in rules
    )
