"""The record of a page: bodies and meetings are kept once, in the site's first language. Translations and aliases are
pages with words of their own; what is a fact they take from the record, and they count nowhere."""

from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from wagtail.models import Locale, Page

from handslag.access.people import Person
from handslag.access.reading import record_page_reading
from handslag.access.visibility import visible_to
from handslag.pages.models import HandslagPage


def is_record(page: str = "") -> Q:
    """`page`: the lookup that leads to the page ("meeting__"). What is none is found once, and not anew for each of
    thousands of meetings."""
    others = Locale.objects.exclude(language_code=settings.LANGUAGE_CODE).values("pk")
    copies = Page.objects.filter(Q(locale__in=others) | Q(alias_of__isnull=False)).order_by()
    return ~Q(**{f"{page}pk__in": copies.values("pk")})


def records_of[P: Page](pages: QuerySet[P], pk: int) -> QuerySet[P]:
    """The one of `pages` (those that the reader may see) that the page with this number is, translates or mirrors."""
    named = Page.objects.filter(Q(pk=pk) | Q(aliases=pk))
    return pages.filter(is_record(), translation_key__in=named.values("translation_key"))


class RecordPage(HandslagPage):
    class Meta:
        abstract = True

    @property
    def is_in_first_language(self) -> bool:
        """What is previewed before it is saved may have no language yet."""
        return self.locale_id is None or self.locale.language_code == settings.LANGUAGE_CODE

    @property
    def is_record(self) -> bool:
        return self.alias_of_id is None and self.is_in_first_language

    def record_for(self, user: Person) -> Any | None:
        """Where the facts of this page stand: the page itself, also as a draft, or what it translates. None where that
        is not published, or is nothing this person may see: facts that nobody keeps are not told."""
        if self.is_record:
            return self
        seen = visible_to(type(self).objects.filter(live=True), user)
        record = records_of(seen, self.pk).select_related("locale").first()
        if record is not None:
            record_page_reading(user, record)
        return record
