"""Who keeps the private addresses of calendars: whoever has one reads when and where the body meets."""

from handslag.access.people import Person, has_role, is_break_glass


def may_keep_calendar(user: Person) -> bool:
    return is_break_glass(user) or has_role(user, "coordinator")
