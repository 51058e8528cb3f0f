"""The demo's training catalogue."""

from django.utils.translation import override
from wagtail.models import Locale, Page, Site

from training.catalogue.models import CatalogueIndexPage

INTRODUCTION = (
    "<p>Utbildningar om våldsbejakande extremism och om att samtala med den som är på väg in i den.</p>"
)
INTRODUCTION_EN = (
    "<p>Training about violent extremism, and about talking with those who are on their way into it.</p>"
)


def load_catalogue() -> None:
    home = Site.objects.get(is_default_site=True).root_page
    page = CatalogueIndexPage.objects.child_of(home).first() or _add(
        home, "Utbildning", "utbildning", INTRODUCTION
    )
    english_home = home.get_translations().filter(locale__language_code="en").first()
    if english_home and not page.has_translation(english_home.locale):
        _add(english_home, "Training", "training", INTRODUCTION_EN, translation_of=page)


def _add(
    parent: Page, title: str, slug: str, introduction: str, translation_of: CatalogueIndexPage | None = None
) -> CatalogueIndexPage:
    locale: Locale = parent.locale
    with override(locale.language_code):
        page = CatalogueIndexPage(
            title=title, slug=slug, show_in_menus=True, introduction=introduction, locale=locale
        )
        if translation_of is not None:
            page.translation_key = translation_of.translation_key
        parent.add_child(instance=page)
        page.save_revision(clean=False).publish()
    return page
