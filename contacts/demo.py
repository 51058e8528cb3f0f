"""The demo's contacts directory."""

from contacts.directory.models import ContactsIndexPage
from handslag.demo.sections import SectionText, load_section

TEXTS = {
    "sv": SectionText(
        "Kontakter",
        "kontakter",
        "<p>Vem du frågar om vad i arbetet mot våldsbejakande extremism, "
        "i kommunen och hos dem vi samverkar med.</p>",
    ),
    "en": SectionText(
        "Contacts",
        "contacts",
        "<p>Whom to ask about what in the work against violent extremism, "
        "in the municipality and among our partners.</p>",
    ),
}


def load_directory() -> None:
    load_section(ContactsIndexPage, TEXTS)
