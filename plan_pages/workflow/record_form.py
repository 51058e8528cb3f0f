"""What is asked when a decision is recorded; read by the page and, once more, by the act itself."""

import re
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from handslag import clock
from handslag.privacy.forms import ScannedFormMixin
from plan_pages.editions.kinds import ADOPTING, BODIES_WITH_PARAGRAPHS
from plan_pages.road.recorded_decision import RecordedDecision

_SIGN = re.compile(r"^[\s§]+|[\s§]+$")
_DIGIT, _LETTER = re.compile(r"\d"), re.compile(r"[^\W\d_]")


def day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class RecordForm(ScannedFormMixin, forms.ModelForm):
    """What a database row would refuse is refused here first, on the field; and what could be recorded now but not
    sealed later: then a plan shared by several municipalities would stand still."""

    class Meta:
        model = RecordedDecision
        fields: ClassVar[list[str]] = [
            "municipality",
            "outcome",
            "body_type",
            "body",
            "meeting_date",
            "paragraph",
            "registry_number",
            "in_effect_from",
            "reason",
            "minutes_verified_on",
            "minutes_document",
            "prepared_body_type",
            "prepared_body",
            "prepared_date",
            "prepared_paragraph",
        ]
        widgets: ClassVar[dict[str, forms.Widget]] = {
            **{
                name: day()
                for name in ("meeting_date", "in_effect_from", "minutes_verified_on", "prepared_date")
            },
            "outcome": forms.RadioSelect(),
            "reason": forms.Textarea(attrs={"rows": 3}),
        }
        error_messages: ClassVar[dict[str, dict[str, Any]]] = {
            "outcome": {"required": _lazy("Choose what the body decided.")},
            "body": {"required": _lazy("Name the body as the minutes do.")},
            "meeting_date": {"required": _lazy("Give the day of the meeting.")},
            "municipality": {"required": _lazy("Choose the municipality whose body decided.")},
        }

    def clean_paragraph(self) -> str:
        return without_sign(self.cleaned_data["paragraph"])

    def clean_prepared_paragraph(self) -> str:
        return without_sign(self.cleaned_data["prepared_paragraph"])

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        self._clean_body(data)
        self._clean_outcome(data)
        self._clean_minutes(data)
        self._clean_preparation(data)
        return data

    def _clean_body(self, data: dict[str, Any]) -> None:
        if data.get("body") and not _LETTER.search(data["body"]):
            self.add_error("body", _("Name the body as the minutes do."))
        if "paragraph" in data and not _has_its_paragraph(data.get("body_type", ""), data["paragraph"]):
            self.add_error("paragraph", _("Give the paragraph (§) of the minutes."))

    def _clean_outcome(self, data: dict[str, Any]) -> None:
        """What is adopted says since when; what is not adopted says why, and is in effect from no day."""
        if "outcome" not in data:
            return
        if data["outcome"] in ADOPTING:
            begins, met = data.get("in_effect_from"), data.get("meeting_date")
            if "in_effect_from" in data and begins is None:
                self.add_error("in_effect_from", _("Say from which day the edition is in effect."))
            elif begins and met and begins < met:
                self.add_error(
                    "in_effect_from",
                    _("An edition is in effect from the day of the meeting at the earliest."),
                )
            return
        data["in_effect_from"] = None
        if "reason" in data and not _LETTER.search(data["reason"]):
            self.add_error("reason", _("Say why the text was not adopted."))

    def _clean_minutes(self, data: dict[str, Any]) -> None:
        verified, met = data.get("minutes_verified_on"), data.get("meeting_date")
        if verified and ((met and verified < met) or verified > clock.today()):
            self.add_error(
                "minutes_verified_on",
                _("Minutes are verified after the meeting; leave the day empty if it is still to come."),
            )

    def _clean_preparation(self, data: dict[str, Any]) -> None:
        """All of it or nothing: a preparing body that is named has a kind, a day and, where its minutes have them, a
        paragraph."""
        names = ("prepared_body_type", "prepared_body", "prepared_date", "prepared_paragraph")
        if not any(data.get(name) for name in names):
            return
        if "prepared_body" in data and not _LETTER.search(data["prepared_body"]):
            self.add_error(
                "prepared_body", _("Name the body that prepared the decision, or leave all about it empty.")
            )
        if "prepared_body_type" in data and not data["prepared_body_type"]:
            self.add_error("prepared_body_type", _("Choose what kind of body prepared the decision."))
        prepared, met = data.get("prepared_date"), data.get("meeting_date")
        if "prepared_date" in data and (prepared is None or (met and prepared > met)):
            self.add_error(
                "prepared_date",
                _("Give the day on which it prepared the decision; it cannot be a later one."),
            )
        kind, paragraph = data.get("prepared_body_type", ""), data.get("prepared_paragraph", "")
        if "prepared_paragraph" in data and not _has_its_paragraph(kind, paragraph):
            self.add_error("prepared_paragraph", _("Give the paragraph (§) of the minutes."))


def without_sign(written: str) -> str:
    """ "§ 17" and "17" are one paragraph; the sign is printed where it is shown."""
    return _SIGN.sub("", written)


def _has_its_paragraph(body_type: str, paragraph: str) -> bool:
    """Its number: a blank or a dash is none (A0.1)."""
    return bool(_DIGIT.search(paragraph)) or (body_type not in BODIES_WITH_PARAGRAPHS and not paragraph)
