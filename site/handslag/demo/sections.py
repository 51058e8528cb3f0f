"""One page below each start page: what every app's demo begins with."""

from dataclasses import dataclass

from django.utils.translation import override
from wagtail.models import Page, Site

from handslag.pages.models import HandslagPage


@dataclass(frozen=True)
class SectionText:
    title: str
    slug: str
    introduction: str


def load_section(model: type[HandslagPage], texts: dict[str, SectionText]) -> None:
    """`texts` by language code, Swedish first; pages that exist are left as they are."""
    swedish_home = Site.objects.get(is_default_site=True).root_page
    first = model.objects.child_of(swedish_home).first() or _add(model, swedish_home, texts["sv"])
    for home in swedish_home.get_translations():
        text = texts.get(home.locale.language_code)
        if text is not None and not first.has_translation(home.locale):
            _add(model, home, text, translation_of=first)


def _add(
    model: type[HandslagPage], parent: Page, text: SectionText, translation_of: Page | None = None
) -> HandslagPage:
    with override(parent.locale.language_code):
        page = model(
            title=text.title,
            slug=text.slug,
            show_in_menus=True,
            introduction=text.introduction,
            locale=parent.locale,
        )
        if translation_of is not None:
            page.translation_key = translation_of.translation_key
        parent.add_child(instance=page)
        page.save_revision(clean=False).publish()
    return page
