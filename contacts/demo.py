"""The demo's contacts directory."""

from django.utils.translation import override
from wagtail.models import Locale, Page, Site

from contacts.directory.models import ContactsIndexPage

INTRODUCTION = (
    "<p>Vem du frågar om vad i arbetet mot våldsbejakande extremism, "
    "i kommunen och hos dem vi samverkar med.</p>"
)
INTRODUCTION_EN = (
    "<p>Whom to ask about what in the work against violent extremism, "
    "in the municipality and among our partners.</p>"
)


def load_directory() -> None:
    home = Site.objects.get(is_default_site=True).root_page
    page = ContactsIndexPage.objects.child_of(home).first() or _add(
        home, "Kontakter", "kontakter", INTRODUCTION
    )
    english_home = home.get_translations().filter(locale__language_code="en").first()
    if english_home and not page.has_translation(english_home.locale):
        _add(english_home, "Contacts", "contacts", INTRODUCTION_EN, translation_of=page)


def _add(
    parent: Page, title: str, slug: str, introduction: str, translation_of: ContactsIndexPage | None = None
) -> ContactsIndexPage:
    locale: Locale = parent.locale
    with override(locale.language_code):
        page = ContactsIndexPage(
            title=title, slug=slug, show_in_menus=True, introduction=introduction, locale=locale
        )
        if translation_of is not None:
            page.translation_key = translation_of.translation_key
        parent.add_child(instance=page)
        page.save_revision(clean=False).publish()
    return page
