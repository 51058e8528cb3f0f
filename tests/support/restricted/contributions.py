"""The role may work in pages of the type, and nowhere else."""

from handslag.access.roles import Permissions, permissions

permissions.register(
    Permissions(
        "restricted",
        type_permissions={"dialogue": {"restricted.RestrictedPage": ("add", "change", "publish")}},
    )
)
