"""The confirmation in plain words: what is recorded, about which text, and what follows from it (frontend: Board)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from handslag import clock
from handslag.places.models import Municipality
from handslag.templatetags.handslag_dates import in_words
from plan_pages.documents import EditionDocument
from plan_pages.editions.history import history_of
from plan_pages.editions.kinds import ADOPTING, Outcome
from plan_pages.editions.series import EditionSeries
from plan_pages.road.consequence import Consequence, consequence_of
from plan_pages.road.matter import Matter
from plan_pages.road.recorded_decision import RecordedDecision
from plan_pages.road.recording import standing, waiting_for


@dataclass(frozen=True)
class Restated:
    """`sentences` in the order of reading; `digest` "" where no text is adopted."""

    consequence: Consequence
    sentences: tuple[str, ...]
    digest: str


def next_number(series: EditionSeries) -> int:
    """What the next adopted text is called (`seal.sealing` counts so)."""
    return max((edition.main for edition in history_of(series).editions), default=0) + 1


def restated(matter: Matter, document: EditionDocument, decision: RecordedDecision) -> Restated:
    """`decision` is not recorded yet."""
    telling = _Telling(matter, document, decision)
    exactly = decision.outcome == Outcome.ADOPTED and telling.consequence != Consequence.CHANGES_ARE_ENTERED
    return Restated(telling.consequence, tuple(telling.sentences()), matter.digest if exactly else "")


def place_names(places: Sequence[Municipality]) -> str:
    return ", ".join(place.name for place in places)


class _Telling:
    def __init__(self, matter: Matter, document: EditionDocument, decision: RecordedDecision) -> None:
        self._decision, self._document = decision, document
        self._earlier = standing(matter)
        answers = decision.outcome != Outcome.TABLED
        waiting = waiting_for(matter, document)
        self._waiting = [place for place in waiting if not answers or place != decision.municipality]
        self._is_shared = len(document.municipalities) > 1
        outcomes = [row.outcome for row in self._earlier] + [decision.outcome] * answers
        self.consequence = consequence_of(outcomes, still_waiting=bool(self._waiting))
        self._history = history_of(matter.series)
        self._words = {
            "number": str(next_number(matter.series)),
            "title": document.title,
            "body": self._body(),
            "meeting": self._meeting(),
            "place": decision.municipality.name,
            "day": in_words(decision.in_effect_from),
            "waiting": place_names(self._waiting),
            "adopters": place_names([row.municipality for row in self._adopting()]),
        }

    def sentences(self) -> Iterator[str]:
        yield self._what()
        follows = {
            Consequence.WAITS: self._waits,
            Consequence.BACK_TO_DRAFTING: self._goes_back,
            Consequence.ENDS: self._ends,
            Consequence.CHANGES_ARE_ENTERED: self._changes_are_entered,
            Consequence.SEALED: self._is_sealed,
        }[self.consequence]
        yield from follows()

    def _what(self) -> str:
        return {
            Outcome.ADOPTED: _("%(body)s adopted edition %(number)s of “%(title)s” on %(meeting)s."),
            Outcome.ADOPTED_WITH_CHANGES: _(
                "%(body)s adopted edition %(number)s of “%(title)s” with changes on %(meeting)s."
            ),
            Outcome.REFERRED_BACK: _("%(body)s referred “%(title)s” back on %(meeting)s."),
            Outcome.TABLED: _("%(body)s tabled “%(title)s” on %(meeting)s."),
            Outcome.REJECTED: _("%(body)s rejected “%(title)s” on %(meeting)s."),
        }[Outcome(self._decision.outcome)] % self._words

    def _is_sealed(self) -> Iterator[str]:
        adopts = self._decision.outcome in ADOPTING
        if adopts:
            yield self._begins()
        if self._earlier and not adopts:
            yield _("Edition %(number)s is sealed for %(adopters)s, where it was adopted.") % self._words
            yield self._stays()
        elif self._earlier:
            yield _("Everyone has decided, so the edition is sealed now.")

    def _begins(self) -> str:
        before = self._in_force()
        if not before:
            sentence = _("It is in force from %(day)s.")
        elif self._is_shared:
            sentence = _("From %(day)s it is in force in %(place)s in place of edition %(before)s.")
        else:
            sentence = _("From %(day)s it is in force in place of edition %(before)s.")
        return sentence % {**self._words, "before": before}

    def _waits(self) -> Iterator[str]:
        if self._decision.outcome == Outcome.TABLED:
            yield _("The text stays as it is, locked for everyone, and waits for the next meeting.")
        else:
            yield _("Nothing is sealed yet: the text waits for the decision of %(waiting)s.") % self._words
        if self._decision.outcome in ADOPTING:
            yield _("Once it is sealed, it is in force in %(place)s from %(day)s.") % self._words
        yield self._stays()

    def _goes_back(self) -> Iterator[str]:
        yield _("The text goes back to the editors and can be changed again; no edition is sealed.")
        if self._is_shared:
            yield _("It goes back for all municipalities, also for those that have decided.")
        yield self._stays()

    def _ends(self) -> Iterator[str]:
        yield _("The matter ends without a new edition; the draft stays with the editors.")
        yield self._stays()

    def _changes_are_entered(self) -> Iterator[str]:
        yield _("You enter the changes in the draft, and another person compares them with the minutes.")
        yield (
            _("Edition %(number)s is sealed when that is done, with the text that was compared.")
            % self._words
        )
        yield self._stays()

    def _stays(self) -> str:
        before = self._in_force()
        if before:
            return _("Until anything else is sealed, edition %(before)s is in force.") % {"before": before}
        return _("No edition is in force.")

    def _adopting(self) -> list[RecordedDecision]:
        return [row for row in self._earlier if row.outcome in ADOPTING]

    def _in_force(self) -> str:
        """The number of what applies in the deciding municipality today; "" where nothing does."""
        edition = self._history.in_force(clock.today(), self._decision.municipality.code)
        return str(edition.number) if edition is not None else ""

    def _body(self) -> str:
        if self._is_shared:
            return f"{self._decision.body} ({self._decision.municipality.name})"
        return self._decision.body

    def _meeting(self) -> str:
        met = in_words(self._decision.meeting_date)
        return f"{met}, § {self._decision.paragraph}" if self._decision.paragraph else met
