"""What the directory of organisations, functions and persons brings to the house."""

from contacts.directory import demo, searching, todos
from contacts.keeping import connecting
from handslag.access.roles import Permissions, permissions
from handslag.demo import DemoContent, demo_content
from handslag.retention import purges
from handslag.search.kinds import kinds
from handslag.search.providers import providers
from handslag.start.todos import TodoSource, todo_sources
from handslag.urls_registry import UrlContribution, urls

demo_content.register(DemoContent("contacts directory", demo.load_rows, order=31))
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
urls.register(UrlContribution("kontakter/", "contacts.directory.urls", beside_pages=True))
urls.register(UrlContribution("contacts/", "contacts.directory.english_urls", beside_pages=True))
searching.connect()
kinds.register(searching.kind)
providers.register(searching.provider)
purges.register(searching.purge)
todo_sources.register(TodoSource("vacant functions", todos.vacancies_for, order=50))
todo_sources.register(TodoSource("unchecked contacts", todos.checks_for, order=70))
