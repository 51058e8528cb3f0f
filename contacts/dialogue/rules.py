"""Who writes in the log, and who may know that there are exposure matters at all."""

from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from wagtail.models import Page

from contacts.dialogue.entry_page import DialogueEntryPage
from contacts.dialogue.kinds import ROLE, MatterKind
from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from handslag.access.people import Person, has_role, is_break_glass
from handslag.access.visibility import visible_children


def may_know_of_exposure(user: Person) -> bool:
    """Others are not even offered the choice between the two kinds."""
    return is_break_glass(user) or has_role(user, ROLE)


def entries_for(user: Person, log: Page) -> QuerySet[DialogueEntryPage]:
    """Those below the log, and those of its translations that nobody has translated; latest first, never by a number
    of anything."""
    logs = Page.objects.filter(translation_key=log.translation_key)
    entries = visible_children(DialogueEntryPage.objects.live(), user, logs)
    return in_language(entries, log.locale_id).order_by("-date", "-pk")


def in_language(entries: QuerySet[DialogueEntryPage], locale: int) -> QuerySet[DialogueEntryPage]:
    """Each matter once: in this language, or as it is where none of these entries is its translation."""
    translated = entries.filter(translation_key=OuterRef("translation_key"), locale=locale)
    return entries.filter(Q(locale=locale) | ~Q(Exists(translated)))


def with_openness(entries: QuerySet[DialogueEntryPage]) -> QuerySet[Any]:
    """`is_open`: no exposure matter, and no rule of its own closes it. Only such an entry may be named in a mail or
    enter a figure."""
    is_open = Q(kind=MatterKind.CONSULTATION, access_rule__isnull=True)
    return entries.annotate(is_open=ExpressionWrapper(is_open, output_field=BooleanField()))


def with_restriction(entries: QuerySet[DialogueEntryPage]) -> QuerySet[Any]:
    """`is_restricted`: reading it is written down."""
    own = AccessRule.objects.filter(page=OuterRef("pk"), audience=Audience.RESTRICTED)
    return entries.annotate(is_restricted=Exists(own) | Q(kind=MatterKind.EXPOSURE))
