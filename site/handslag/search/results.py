"""One search by one reader: what they may see of what answers, and how much there is of each kind."""

import datetime
from collections import Counter
from dataclasses import dataclass

from django.db.models import Case, Count, F, FloatField, QuerySet, When
from django.utils.safestring import SafeString

from handslag import clock
from handslag.access.people import Person
from handslag.access.visibility import visible_to
from handslag.search.excerpts import excerpt, marked
from handslag.search.index_tables import index_module
from handslag.search.kinds import kinds, title_of
from handslag.search.models import SearchDocument
from handslag.search.query import Query, Term
from handslag.search.suggestions import suggestion

FRESH = datetime.timedelta(days=60)
FRESH_WEIGHT = 1.5


@dataclass(frozen=True)
class Hit:
    title: SafeString
    url: str
    kind: str
    excerpt: SafeString
    language: str
    date: datetime.date | None
    page_id: int | None


class Results:
    """Two questions to the database: how many of each kind and language, and the rows of one page."""

    def __init__(self, user: Person, query: Query, languages: tuple[str, ...]) -> None:
        self._query = query
        self._languages = languages
        self._visible = visible_to(SearchDocument.objects.all(), user)
        self.counts = self._counts()

    def _matching(self) -> QuerySet[SearchDocument]:
        found: QuerySet[SearchDocument] = index_module().matching(self._visible, self._query, self._languages)
        return found

    def _counts(self) -> Counter[tuple[str, str]]:
        if not self._query.terms:
            return Counter()
        rows = self._matching().order_by().values_list("kind", "locale").annotate(number=Count("pk"))
        return Counter({(kind, locale): number for kind, locale, number in rows})

    def number_in(self, language: str = "") -> int:
        return sum(number for (_kind, locale), number in self.counts.items() if language in ("", locale))

    def number_by_kind(self, language: str = "") -> dict[str, int]:
        """In the order of the registered kinds."""
        found: Counter[str] = Counter()
        for (kind, locale), number in self.counts.items():
            if language in ("", locale):
                found[kind] += number
        order = {kind.name: position for position, kind in enumerate(kinds)}
        return dict(sorted(found.items(), key=lambda item: (order.get(item[0], len(order)), item[0])))

    def hits(self, *, language: str = "", kind: str = "", start: int = 0, number: int = 20) -> list[Hit]:
        """Best first: the title answers, then how much the text is about the words, fresh news before old."""
        if not self._query.terms:
            return []
        found = self._matching()
        if language:
            found = found.filter(locale=language)
        if kind:
            found = found.filter(kind=kind)
        ageing = [each.name for each in kinds if each.ages]
        ranked = (
            index_module()
            .scored(found, self._query, self._languages)
            .annotate(
                weighed=Case(
                    When(
                        kind__in=ageing, changed_on__gte=clock.today() - FRESH, then=F("score") * FRESH_WEIGHT
                    ),
                    default=F("score"),
                    output_field=FloatField(),
                )
            )
            .order_by("-title_hit", "-weighed", F("changed_on").desc(nulls_last=True), "pk")
            .defer("title_stems", "body_stems")
        )
        return [self._hit(document) for document in ranked[start : start + number]]

    def _hit(self, document: SearchDocument) -> Hit:
        language = document.locale
        return Hit(
            title=marked(document.title, self._query, language),
            url=document.url,
            kind=title_of(document.kind),
            excerpt=excerpt(document.body, self._query, language),
            language=language,
            date=document.changed_on,
            page_id=document.page_id,
        )

    def suggestion(self) -> str:
        """Asked for only where nothing was found; offered only where it would find something."""
        better = suggestion(self._query, self._visible)
        if not better:
            return ""
        replaced = Query(better, tuple(Term((word,)) for word in better.split()))
        is_found = index_module().matching(self._visible, replaced, self._languages).exists()
        return better if is_found else ""
