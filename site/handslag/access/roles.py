"""The table of roles; `manage.py setup_roles` makes it true. docs/administrators/roles.md explains it."""

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handslag.registry import Registry


@dataclass(frozen=True)
class Role:
    """`name` is the group's name and never changes; people see `title`."""

    name: str
    title: str | Promise
    purpose: str | Promise
    order: int = 100


@dataclass(frozen=True)
class Bundle:
    """Roles that one person holds in a small municipality."""

    name: str
    title: str | Promise
    roles: tuple[str, ...]
    order: int = 100


@dataclass(frozen=True)
class Permissions:
    """What an app lets roles do: `model_permissions` as "app.codename", `page_permissions` as codenames that hold
    from the site's root page down, `type_permissions` (role, "app.Model", codenames) from every page of that type down,
    `collection_permissions` as "app.codename" that hold in every collection."""

    name: str
    model_permissions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    page_permissions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    type_permissions: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    collection_permissions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    order: int = 100


roles = Registry[Role]("Role")
bundles = Registry[Bundle]("Bundle")
permissions = Registry[Permissions]("Permissions")

for position, (name, title, purpose) in enumerate(
    (
        ("staff", _("Employee"), _("Reads the intranet, books training, asks for guidance.")),
        ("editor", _("Editor"), _("Writes the plan, guides and news.")),
        ("reviewer", _("Reviewer"), _("The preparatory group: reviews what others wrote.")),
        ("steering_group", _("Steering group"), _("Adopts the activity plan and follows it up.")),
        ("board", _("Board member"), _("Reads and prepares decisions of the board.")),
        ("board_secretary", _("Board secretary"), _("Records what the board decided.")),
        (
            "coordinator",
            _("Coordinator"),
            _("Keeps contacts, bodies and intervals up to date; invites people."),
        ),
        ("forum", _("Consultation forum"), _("Answers requests for guidance.")),
        ("dialogue", _("Dialogue"), _("Keeps the interfaith dialogue log, exposure matters included.")),
        ("auditor", _("Auditor"), _("Sees who read and did what, and changes nothing.")),
    )
):
    roles.register(Role(name, title, purpose, order=position))

bundles.register(
    Bundle(
        "coordinator",
        _("Coordinator of a small municipality"),
        ("staff", "editor", "reviewer", "coordinator", "forum", "dialogue"),
        order=1,
    )
)
bundles.register(
    Bundle(
        "secretary", _("Secretary of a small municipality"), ("staff", "reviewer", "board_secretary"), order=2
    )
)
bundles.register(Bundle("reader", _("Reader"), ("staff",), order=3))

ADMIN_ROLES = ("editor", "reviewer", "coordinator", "forum", "dialogue", "auditor")

permissions.register(
    Permissions(
        "handslag",
        model_permissions={
            **dict.fromkeys(ADMIN_ROLES, ("wagtailadmin.access_admin",)),
            "coordinator": (
                "wagtailadmin.access_admin",
                "handslag.add_municipality",
                "handslag.change_municipality",
                "handslag.add_unit",
                "handslag.change_unit",
                "handslag.change_accessrule",
            ),
        },
        page_permissions={"editor": ("add", "change", "publish")},
        order=0,
    )
)
