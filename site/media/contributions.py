"""What pictures and documents bring to the house: whose they are in the admin, and who may add them."""

from handslag.access.roles import Permissions, permissions
from media import admin_lists, policy, rich_text

policy.connect()
rich_text.connect()
admin_lists.connect()

WRITING = ("editor", "coordinator", "forum", "dialogue")

permissions.register(
    Permissions(
        "media",
        collection_permissions={
            role: (
                "wagtailimages.add_image",
                "wagtailimages.choose_image",
                "wagtaildocs.add_document",
                "wagtaildocs.choose_document",
                *(("wagtailimages.change_image", "wagtaildocs.change_document") if role == "editor" else ()),
            )
            for role in WRITING
        },
        order=10,
    )
)
