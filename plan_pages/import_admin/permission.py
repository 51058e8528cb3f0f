"""Who may import a plan: who may write it."""

from handslag.access.people import Person, has_role, is_break_glass


def may_import(user: Person) -> bool:
    return is_break_glass(user) or has_role(user, "editor")
