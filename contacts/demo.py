"""The demo's contacts directory."""

from django.utils.translation import override
from wagtail.models import Site

from contacts.directory.models import ContactsIndexPage


def load_directory() -> None:
    if ContactsIndexPage.objects.exists():
        return
    with override("sv"):
        Site.objects.get(is_default_site=True).root_page.add_child(
            instance=ContactsIndexPage(
                title="Kontakter",
                slug="kontakter",
                show_in_menus=True,
                introduction="<p>Vem du frågar om vad i arbetet mot våldsbejakande extremism, "
                "i kommunen och hos dem vi samverkar med.</p>",
            )
        )
