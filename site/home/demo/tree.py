"""Adding pages to the demo so that running it again changes nothing, and translations under their own language."""

from typing import Any

from django.utils.text import slugify
from wagtail.models import Locale, Page

from home.demo.blocks import Block


def ensure[P: Page](parent: Page, model: type[P], title: str, slug: str = "", **fields: Any) -> P:
    """The page below `parent` with this address part; made and published if it is not there."""
    slug = slug or slugify(title)
    existing = model._default_manager.child_of(parent).filter(slug=slug).first()
    if existing is not None:
        return existing
    page = parent.add_child(instance=model(title=title, slug=slug, locale=parent.locale, **_streams(fields)))
    page.save_revision(clean=False).publish()
    return model._default_manager.get(pk=page.pk)


def ensure_translation[P: Page](parent: Page, source: P, title: str, slug: str, **fields: Any) -> P:
    """The translation of `source` into the language of `parent`."""
    key = {"translation_key": source.translation_key}
    existing = type(source)._default_manager.filter(locale=parent.locale, **key).first()
    return existing or ensure(
        parent, type(source), title, slug, show_in_menus=source.show_in_menus, **key, **fields
    )


def ensure_home_translation[P: Page](source: P, language: str, title: str, **fields: Any) -> P:
    """A start page in another language stands beside the first."""
    locale, _created = Locale.objects.get_or_create(language_code=language)
    existing = (
        type(source)._default_manager.filter(locale=locale, translation_key=source.translation_key).first()
    )
    if existing is not None:
        return existing
    page = source.get_parent().add_child(
        instance=type(source)(
            title=title,
            slug=f"{source.slug}-{language}",
            locale=locale,
            translation_key=source.translation_key,
            **fields,
        )
    )
    page.save_revision(clean=False).publish()
    return type(source)._default_manager.get(pk=page.pk)


def _streams(fields: dict[str, Any]) -> dict[str, Any]:
    """A list of blocks becomes a stream's value when the page is made."""
    return {name: _stream(value) if isinstance(value, list) else value for name, value in fields.items()}


def _stream(blocks: list[Block]) -> list[tuple[str, Any]]:
    return [(block["type"], block["value"]) for block in blocks]
