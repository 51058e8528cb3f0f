"""Every kind of block that Wagtail has, apart from embeds, which the site does not offer."""

from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

CHOICES = [("one", "One"), ("two", "Two")]


class Person(blocks.StructBlock):
    role = blocks.CharBlock()
    since = blocks.DateBlock(required=False)
    page = blocks.PageChooserBlock(required=False)


class EveryBlock(blocks.StreamBlock):
    words = blocks.CharBlock()
    paragraph = blocks.TextBlock()
    rich = blocks.RichTextBlock()
    email = blocks.EmailBlock()
    address = blocks.URLBlock()
    whole = blocks.IntegerBlock()
    decimal = blocks.DecimalBlock()
    pattern = blocks.RegexBlock(regex=r"^[a-z]+$")
    yes = blocks.BooleanBlock(required=False)
    day = blocks.DateBlock()
    hour = blocks.TimeBlock()
    moment = blocks.DateTimeBlock()
    choice = blocks.ChoiceBlock(choices=CHOICES)
    choices = blocks.MultipleChoiceBlock(choices=CHOICES)
    quotation = blocks.BlockQuoteBlock()
    fixed = blocks.StaticBlock(admin_text="Nothing to write here.")
    page = blocks.PageChooserBlock()
    document = DocumentChooserBlock()
    picture = ImageChooserBlock()
    described_picture = ImageBlock()
    snippet = SnippetChooserBlock("admin_samples.Theme")
    person = Person()
    people = blocks.ListBlock(Person())
    nested = blocks.StreamBlock([("words", blocks.CharBlock()), ("day", blocks.DateBlock())])
    table = TableBlock()
    typed_table = TypedTableBlock([("text", blocks.CharBlock()), ("day", blocks.DateBlock())])
