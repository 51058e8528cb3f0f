"""A helpline in the running text of the demo's pages, whatever app they are of."""

from django.conf import settings
from wagtail.fields import StreamField
from wagtail.models import Page

from contacts.helplines import in_pages
from contacts.helplines.helpline import Helpline
from handslag.pages.record_block import RecordBlock
from handslag.pages.records import record_name

# Addresses of a page for residents and of a guide for staff; their translations follow.
SLUGS = ("orolig", "elev-ritar-symboler")


def put_into_pages() -> None:
    """The first line, at the end of each text. Once."""
    line = Helpline.objects.first()
    sources = Page.objects.live().filter(slug__in=SLUGS, locale__language_code=settings.LANGUAGE_CODE)
    if line is None:
        return
    for source in sources:
        for page in source.get_translations(inclusive=True).live().specific():
            _put(page, record_name(in_pages.NAME, line.pk))


def _put(page: Page, name: str) -> None:
    for field in page._meta.concrete_fields:
        if not isinstance(field, StreamField):
            continue
        kinds = field.stream_block.child_blocks
        stream = getattr(page, field.name)
        for kind in (kind for kind, block in kinds.items() if isinstance(block, RecordBlock)):
            if all(block.block_type != kind for block in stream):
                stream.append((kind, name))
                page.save_revision(clean=False).publish()
