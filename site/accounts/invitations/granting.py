"""Which roles a person may hand out. Everything that writes an invitation asks here; no form decides it alone.

Why the two exceptions: `dialogue` opens restricted matter, so nobody lets others (or a second mailbox of their own)
into what they may not read themselves; `auditor` watches the coordinator, and must be chosen by somebody else.
See docs/decisions/0003-sign-in.md.
"""

from collections.abc import Iterable

from handslag.access.people import Person, has_role, is_break_glass, is_signed_in
from handslag.access.roles import Role, roles

ALWAYS = "staff"
ONLY_FROM_HOLDERS = frozenset({"dialogue"})
ONLY_FROM_SUPERUSERS = frozenset({"auditor"})

# The command line: whoever may run commands on the server may already do anything.
type Inviter = Person | None


def may_invite(inviter: Inviter) -> bool:
    if inviter is None:
        return True
    return is_signed_in(inviter) and bool(inviter.has_perm("accounts.add_invitation"))  # type: ignore[union-attr]  # PermissionsMixin


def may_grant(inviter: Inviter, role: str) -> bool:
    """Groups that are no role of the table are given by a superuser in the admin, never by invitation."""
    if role not in roles or not may_invite(inviter):
        return False
    if inviter is None or is_break_glass(inviter):
        return True
    if role in ONLY_FROM_SUPERUSERS:
        return False
    return role not in ONLY_FROM_HOLDERS or has_role(inviter, role)


def grantable_roles(inviter: Inviter) -> list[Role]:
    return [role for role in roles if may_grant(inviter, role.name)]


def refused_roles(inviter: Inviter, wanted: Iterable[str]) -> list[str]:
    return sorted(name for name in wanted if not may_grant(inviter, name))
