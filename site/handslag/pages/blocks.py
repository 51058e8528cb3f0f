"""Blocks of running text; no embeds, because they call foreign hosts."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from handslag.pages.record_block import RecordBlock

TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class NoticeBlock(blocks.StructBlock):
    """A box for what must not be missed."""

    heading = blocks.CharBlock(label=_("heading"), max_length=120)
    text = blocks.RichTextBlock(label=_("text"), features=["bold", "italic", "link"])

    class Meta:
        icon = "warning"
        label = _("notice")
        template = "handslag/blocks/notice.html"


class StepsBlock(blocks.StructBlock):
    """Numbered steps: what to do, in order."""

    heading = blocks.CharBlock(label=_("heading"), max_length=120, required=False)
    steps = blocks.ListBlock(blocks.RichTextBlock(features=["bold", "italic", "link"]), label=_("steps"))

    class Meta:
        icon = "list-ol"
        label = _("steps")
        template = "handslag/blocks/steps.html"


class BodyBlock(blocks.StreamBlock):
    text = blocks.RichTextBlock(
        label=_("text"), features=TEXT_FEATURES, template="handslag/blocks/text.html", icon="pilcrow"
    )
    notice = NoticeBlock()
    steps = StepsBlock()
    record = RecordBlock(
        help_text=_(
            "A helpline, for example: the page always shows what the register says on the day it is read."
        )
    )
