"""Who keeps a body: its calendar's private address, the guests of its meetings, the rounds of its routines."""

from handslag.access.people import Person, has_role, is_break_glass


def may_keep_body(user: Person) -> bool:
    """Of those that the person sees."""
    return is_break_glass(user) or has_role(user, "coordinator")
