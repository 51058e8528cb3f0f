"""The demo's people: one account per role, all fictional, each at handslag.test."""

from django.conf import settings
from django.contrib.auth.models import Group

from accounts.user import User
from handslag.places.models import Municipality, Unit

DOMAIN = "handslag.test"
# Account, name, roles, unit.
PEOPLE: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("redaktor", "Rut Ek", ("editor",), "Kommunledningskontoret"),
    ("redaktor2", "Rikard Alm", ("editor",), "Kommunledningskontoret"),
    ("granskare", "Greta Lind", ("reviewer",), "Socialförvaltningen"),
    ("styrgrupp", "Stig Bergman", ("steering_group",), "Kommunledningskontoret"),
    ("ledamot", "Linnea Holm", ("board",), "Kommunstyrelsen"),
    ("sekreterare", "Sonja Vik", ("board_secretary",), "Kommunstyrelsen"),
    ("samordnare", "Sara Nyström", ("coordinator",), "Kommunledningskontoret"),
    ("forum", "Farid Åberg", ("forum",), "Socialförvaltningen"),
    ("dialog", "Disa Öman", ("dialogue",), "Kommunledningskontoret"),
    ("medarbetare", "Mona Sjö", (), "Norra skolan"),
    ("granskning", "Göran Rask", ("auditor",), "Kommunledningskontoret"),
    ("admin", "Asta Admin", (), "Kommunledningskontoret"),
)


def load_accounts() -> None:
    """Accounts that exist keep what somebody changed in them, except that missing roles are given."""
    municipality = Municipality.objects.get(code="9901")
    for account, name, roles, unit_name in PEOPLE:
        email = f"{account}@{DOMAIN}"
        user = User.objects.filter(email=email).first() or User.objects.create_user(
            email,
            settings.DEMO_PASSWORD,
            name=name,
            is_superuser=account == "admin",
            municipality=municipality,
            unit=Unit.objects.get_or_create(municipality=municipality, name=unit_name)[0],
        )
        user.groups.add(*[Group.objects.get_or_create(name=role)[0] for role in (*roles, "staff")])
