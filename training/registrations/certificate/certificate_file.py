"""The certificate as a file: tagged, lasting, the same bytes for the same facts."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from handslag.pdf.printable import printable
from handslag.pdf.typesetting import compiled
from training.registrations.registration import Registration
from training.templatetags.training_times import span

TEMPLATE = Path(__file__).parent / "certificate.typ"


def certificate(registration: Registration, language: str) -> bytes:
    """Of somebody who came; the moment in the file is the occasion's end, not that of the printing."""
    occasion = registration.occasion
    with override(language):
        data: dict[str, Any] = {
            "title": _("Certificate"),
            "language": (get_language() or settings.LANGUAGE_CODE).partition("-")[0],
            "name": str(registration.person),
            "sentence": _("has taken part in"),
            "course": occasion.read_course.title,
            "days": [span(day.starts_at, day.ends_at) for day in occasion.days.all()],
            "lines": _lines(registration),
            "notice": "",
            "notice_where_signs_are_missing": _(
                "Some signs of this text have no letter in the file's fonts. They are there for copying and reading "
                "aloud."
            ),
            "foot": _("Issued by %(site)s. Attendance was noted by those who arranged the training.")
            % {"site": settings.WAGTAIL_SITE_NAME},
        }
    return compiled(
        TEMPLATE,
        printable(data, settings.WAGTAILADMIN_BASE_URL),
        moment=occasion.ends_at or occasion.changed_at,
        where_signs_are_missing=_with_notice,
    )


def _lines(registration: Registration) -> list[str]:
    course = registration.occasion.course
    lines = [
        _("Kind: %(kind)s") % {"kind": course.get_kind_display()},
        _("Organiser: %(organiser)s") % {"organiser": course.organiser.name}
        if course.organiser is not None
        else "",
        _("Unit: %(unit)s") % {"unit": registration.unit.name} if registration.unit is not None else "",
    ]
    return [line for line in lines if line]


def _with_notice(data: dict[str, Any]) -> dict[str, Any]:
    return {**data, "notice": data["notice_where_signs_are_missing"]}
