"""Helplines in guides and pages: chosen by the editor, shown to readers as the register has them today (A6.2)."""

from collections.abc import Collection, Iterator

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from contacts.helplines.helpline import Helpline
from contacts.helplines.rules import Standing, standing
from contacts.helplines.words.telling import told
from handslag import clock
from handslag.forms.numbers import number_in
from handslag.pages.records import RecordSource

NAME = "helpline"


def choices() -> Iterator[tuple[str, str]]:
    """All of them: a page may be written before the number is verified, and what has ended stays where it stands."""
    today = clock.today()
    for line in Helpline.objects.all():
        now = standing(line, today)
        yield str(line.pk), line.name if now == Standing.SHOWN else f"{line.name} ({now.label})"


def show(keys: Collection[str]) -> dict[str, str]:
    """What is not verified today is shown to nobody; the reader is led to those that are."""
    wanted = [number for key in keys if (number := number_in(key)) is not None]
    lines = Helpline.objects.verified(clock.today()).filter(pk__in=wanted)
    shown = {str(one.line.pk): one for one in told(lines)}
    return {key: render_to_string("contacts/helplines/in_page.html", {"one": shown.get(key)}) for key in keys}


source = RecordSource(NAME, _("Helplines"), choices, show)
