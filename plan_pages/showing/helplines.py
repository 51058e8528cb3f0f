"""What the register of helplines says beside the plan's own numbers (A6.2, harm 5).

A sealed number stays as it was decided. Where the register knows better, the page says so beside it.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.http import urlencode
from django.utils.translation import gettext as _

from contacts.helplines.helpline import Helpline
from contacts.helplines.numbers import dialled
from contacts.helplines.rules import Standing, standing
from handslag import clock
from handslag.templatetags.handslag_dates import in_words
from plan_pages.documents import EditionDocument, Fact

_SWEDEN = re.compile(r"^(?:\+|00)46")
# The parameter of the correction's page that names a fact.
FACT = "uppgift"


@dataclass(frozen=True)
class Beside:
    """`kind`: as the component "status" draws it. `number` and `tel`: what holds today where that is another number,
    and only where the public may see it; `correct_url` for who may propose it."""

    text: str
    number: str = ""
    tel: str = ""
    correct_url: str = ""
    kind: str = "warning"


@dataclass(frozen=True)
class Known:
    """A line as it is today, and what it was called and had for numbers before: to find it by, shown nowhere."""

    line: Helpline
    now: Standing
    former_names: frozenset[str] = frozenset()
    former_numbers: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Register:
    """All lines as they are today, in two queries; `correct_url` "" for readers who may not propose corrections."""

    lines: tuple[Known, ...]
    correct_url: str = ""

    @property
    def key(self) -> str:
        """Names everything a page says from here; what is kept under it is made anew when a line changes."""
        said = [
            (
                one.line.name,
                one.line.number,
                str(one.now),
                str(one.line.verified_on),
                sorted(one.former_names),
                sorted(one.former_numbers),
            )
            for one in self.lines
        ]
        return hashlib.sha256(repr((said, self.correct_url)).encode()).hexdigest()

    def beside(self, document: EditionDocument) -> dict[str, Beside]:
        """By id of the fact; nothing where the register knows no such line, by what it is or was called."""
        return {fact.id: said for fact in helpline_facts(document) if (said := self._about(fact)) is not None}

    def _about(self, fact: Fact) -> Beside | None:
        number = _figures(fact.value)
        found = self._find(_name(fact.label), number)
        if found is None:
            return None
        line = found.line
        if found.now == Standing.ENDED:
            return Beside(_("The helpline has ended."), correct_url=self._correct(fact))
        if found.now != Standing.SHOWN:
            return Beside(_("Nobody has checked lately that this helpline's number is right."))
        if _figures(line.number) == number:
            return Beside(
                _("The number was right when it was checked on %(day)s.")
                % {"day": in_words(line.verified_on)},
                kind="success",
            )
        text = _("The helpline has another number than when the plan was decided. Checked on %(day)s:")
        said = text % {"day": in_words(line.verified_on)}
        return Beside(said, line.number, line.tel, self._correct(fact))

    def _find(self, name: str, number: str) -> Known | None:
        """What bears the name or has the number today comes before what once did."""
        ways: list[Callable[[Known], bool]] = [
            lambda one: _name(one.line.name) == name,
            lambda one: bool(number) and _figures(one.line.number) == number,
            lambda one: name in one.former_names,
            lambda one: bool(number) and number in one.former_numbers,
        ]
        return next((best for way in ways if (best := _best(filter(way, self.lines)))), None)

    def _correct(self, fact: Fact) -> str:
        if not self.correct_url:
            return ""
        between = "&" if "?" in self.correct_url else "?"
        return f"{self.correct_url}{between}{urlencode({FACT: fact.id})}#id_{fact.id}-value"


def register_today(correct_url: str = "") -> Register:
    today = clock.today()
    lines = [
        Known(
            line,
            standing(line, today),
            frozenset(_name(former.name) for former in line.former.all()),
            frozenset(_figures(former.number) for former in line.former.all()),
        )
        for line in Helpline.objects.prefetch_related("former")
    ]
    return Register(tuple(lines), correct_url)


def helpline_facts(document: EditionDocument) -> Iterator[Fact]:
    for section in document.sections:
        yield from (fact for fact in section.facts if fact.kind == "helpline")


def _best(found: Iterable[Known]) -> Known | None:
    """One that the public sees, where there are several."""
    return min(found, key=lambda one: one.now != Standing.SHOWN, default=None)


def _name(text: str) -> str:
    return text.strip().casefold()


def _figures(number: str) -> str:
    """“+46 8 …” and “08-…” are one number."""
    return _SWEDEN.sub("0", dialled(number))
