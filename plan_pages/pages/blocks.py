"""Blocks of a plan: sections that hold text and commitments in their order, and the facts they name."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from handslag.evidence import sources
from plan_pages.pages.check_text import UnreadableCheckError, read_check, refuse_unknown
from plan_pages.pages.function_choice import FunctionBlock
from plan_pages.pages.source_choice import SourceBlock

TEXT_FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]
OBLIGATIONS = [("ska", _("must (ska)")), ("bör", _("should (bör)")), ("kan", _("may (kan)"))]
FACT_KINDS = [("helpline", _("helpline or phone")), ("link", _("link")), ("contact", _("contact"))]
LEVELS = [("1", _("chapter")), ("2", _("section within a chapter")), ("3", _("part of a section"))]


class CheckBlock(blocks.StructBlock):
    """How a promise is measured; optional, and a part of what was promised."""

    source = SourceBlock(label=_("measured by"))
    parameters = blocks.TextBlock(
        label=_("with these values"),
        required=False,
        rows=2,
        help_text=_("One on each line: its name, “=” and the value, for example “meetings = 4”."),
    )

    def to_python(self, value: Any) -> Any:
        return super().to_python(value or {})

    def bulk_to_python(self, values: Iterable[Any]) -> Any:
        """A draft may say that there is none."""
        return super().bulk_to_python([value or {} for value in values])

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        try:
            check = read_check(value)
            if check and check.source in sources:
                refuse_unknown(check, sources.get(check.source).parameters)
        except UnreadableCheckError as wrong:
            raise blocks.StructBlockValidationError({wrong.field: wrong}) from wrong
        return value

    def get_translatable_segments(self, value: Any) -> list[Any]:
        """A promise is measured the same way in every language."""
        return []

    class Meta:
        icon = "list-ol"
        label = _("how it is measured")
        label_format = "{source}"
        collapsed = True


class CommitmentBlock(blocks.StructBlock):
    """A sentence that promises something, where it stands in the text."""

    text = blocks.TextBlock(
        label=_("commitment"),
        rows=2,
        help_text=_(
            "The whole sentence, as it is to be decided: “The council meets at least four times a year.”"
        ),
    )
    obligation = blocks.ChoiceBlock(
        label=_("obligation"), choices=OBLIGATIONS, help_text=_("The word that binds in the sentence.")
    )
    lead = blocks.CharBlock(
        label=_("led in by"),
        required=False,
        max_length=250,
        help_text=_(
            "Only in lists: the line above that binds every item, for example “The municipality must:”."
        ),
    )
    accountable_function = FunctionBlock(
        label=_("accountable function"),
        required=False,
        max_length=160,
        help_text=_("Exactly one function, never a person's name."),
    )
    check = CheckBlock()

    class Meta:
        icon = "check"
        label = _("commitment")
        label_format = "{obligation}: {text}"


class FactBlock(blocks.StructBlock):
    """A number, link or contact that the text names; a correction may change it without a new decision."""

    kind = blocks.ChoiceBlock(label=_("kind"), choices=FACT_KINDS)
    label = blocks.CharBlock(label=_("what it is"), max_length=160)
    value = blocks.CharBlock(
        label=_("number or address"),
        max_length=250,
        help_text=_("Write phone numbers with spaces: 020-100 200."),
    )
    note = blocks.CharBlock(label=_("note"), required=False, max_length=250)

    class Meta:
        icon = "info-circle"
        label = _("fact")
        label_format = "{label}: {value}"


class PassagesBlock(blocks.StreamBlock):
    text = blocks.RichTextBlock(label=_("text"), features=TEXT_FEATURES, icon="pilcrow")
    commitment = CommitmentBlock()

    class Meta:
        required = False


class FactsBlock(blocks.StreamBlock):
    fact = FactBlock()

    class Meta:
        required = False


class SectionBlock(blocks.StructBlock):
    number = blocks.CharBlock(
        label=_("number"),
        required=False,
        max_length=12,
        help_text=_("As it is to be printed: 1, 2.1. Empty where the plan has no numbers."),
    )
    heading = blocks.CharBlock(label=_("heading"), max_length=200)
    level = blocks.ChoiceBlock(label=_("level"), choices=LEVELS, default="1")
    body = PassagesBlock(label=_("text and commitments"))
    facts = FactsBlock(label=_("facts"))

    class Meta:
        icon = "list-ul"
        label = _("section")
        label_format = "{number} {heading}"


class SectionsBlock(blocks.StreamBlock):
    section = SectionBlock()

    class Meta:
        required = False
        # Beyond this the editor's form grows past what a browser handles well.
        max_num = 150
        # A plan of many sections opens as a list of headings.
        collapsed = True
