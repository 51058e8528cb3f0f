"""Who keeps what the forum has learned: the register of methods and the experiences (B-3.3, B-3.4)."""

from handslag.access.people import Person, has_role, is_break_glass


def may_keep(user: Person) -> bool:
    return has_role(user, "coordinator", "forum") or is_break_glass(user)
