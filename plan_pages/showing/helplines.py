"""What the register of helplines says beside the plan's own numbers (A6.2, harm 5).

A sealed number stays as it was decided. Where the register knows better, the page says so beside it.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from contacts.helplines.helpline import Helpline
from contacts.helplines.numbers import dialled
from contacts.helplines.rules import Standing, standing
from handslag import clock
from handslag.templatetags.handslag_dates import in_words
from plan_pages.documents import EditionDocument, Fact

_SWEDEN = re.compile(r"^(?:\+|00)46")


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
class Register:
    """All lines as they are today, read in one query; `correct_url` "" for readers who may not propose corrections."""

    lines: tuple[tuple[Helpline, Standing], ...]
    correct_url: str = ""

    @property
    def key(self) -> str:
        """Names everything a page says from here; what is kept under it is made anew when a line changes."""
        said = [(line.name, line.number, str(now), str(line.verified_on)) for line, now in self.lines]
        return hashlib.sha256(repr((said, self.correct_url)).encode()).hexdigest()

    def beside(self, document: EditionDocument) -> dict[str, Beside]:
        """By id of the fact; nothing where the register knows no such line."""
        facts = [fact for section in document.sections for fact in section.facts if fact.kind == "helpline"]
        return {fact.id: said for fact in facts if (said := self._about(fact)) is not None}

    def _about(self, fact: Fact) -> Beside | None:
        name, number = fact.label.strip().casefold(), _figures(fact.value)
        found = _best(pair for pair in self.lines if pair[0].name.strip().casefold() == name)
        found = found or _best(pair for pair in self.lines if number and _figures(pair[0].number) == number)
        if found is None:
            return None
        line, now = found
        if now == Standing.ENDED:
            return Beside(_("The helpline has ended."), correct_url=self.correct_url)
        if now != Standing.SHOWN:
            return Beside(_("Nobody has checked lately that this helpline's number is right."))
        if _figures(line.number) == number:
            return Beside(
                _("The number was right when it was checked on %(day)s.")
                % {"day": in_words(line.verified_on)},
                kind="success",
            )
        text = _("The helpline has another number than when the plan was decided. Checked on %(day)s:")
        return Beside(text % {"day": in_words(line.verified_on)}, line.number, line.tel, self.correct_url)


def register_today(correct_url: str = "") -> Register:
    today = clock.today()
    return Register(tuple((line, standing(line, today)) for line in Helpline.objects.all()), correct_url)


def _best(pairs: Iterable[tuple[Helpline, Standing]]) -> tuple[Helpline, Standing] | None:
    """One that the public sees, where there are several."""
    return min(pairs, key=lambda pair: pair[1] != Standing.SHOWN, default=None)


def _figures(number: str) -> str:
    """“+46 8 …” and “08-…” are one number."""
    return _SWEDEN.sub("0", dialled(number))
