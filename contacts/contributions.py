"""What the contacts bring to the house."""

from contacts.demo import load_directory
from contacts.keeping import connecting
from handslag.access.roles import Permissions, permissions
from handslag.demo import DemoContent, demo_content
from handslag.urls_registry import UrlContribution, urls

demo_content.register(DemoContent("contacts", load_directory, order=30))

connecting.connect()
permissions.register(
    Permissions(
        "contacts directory",
        model_permissions={
            "coordinator": (
                "contacts.add_organisation",
                "contacts.change_organisation",
                "contacts.add_function",
                "contacts.change_function",
                "contacts.add_contactperson",
                "contacts.change_contactperson",
                "contacts.delete_contactperson",
            )
        },
        order=30,
    )
)
urls.register(UrlContribution("kontakter/", "contacts.directory.urls", below_page=True))
urls.register(UrlContribution("contacts/", "contacts.directory.english_urls", below_page=True))
