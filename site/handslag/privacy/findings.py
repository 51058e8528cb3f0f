"""What the scanner reports: a kind and a place, never the text itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PERSONAL_IDENTITY_NUMBER: Final = "personal_identity_number"
COORDINATION_NUMBER: Final = "coordination_number"
BLOCKING: Final = frozenset({PERSONAL_IDENTITY_NUMBER, COORDINATION_NUMBER})

OPINION_MAPPING: Final = "opinion_mapping"
GROUP_SINGLED_OUT: Final = "group_singled_out"
FEW_PEOPLE_FIT: Final = "few_people_fit"
TEMPORARY_NUMBER: Final = "temporary_number"

NAMES: Final[Mapping[str, Promise]] = {
    PERSONAL_IDENTITY_NUMBER: _("personal identity number"),
    COORDINATION_NUMBER: _("coordination number"),
    OPINION_MAPPING: _("mapping of opinions"),
    GROUP_SINGLED_OUT: _("a group singled out"),
    FEW_PEOPLE_FIT: _("a description few people fit"),
    TEMPORARY_NUMBER: _("temporary identity number"),
}

_WITHOUT_NUMBER = _("Describe the situation without the number: nothing here may point out a person.")

EXPLANATIONS: Final[Mapping[str, Promise]] = {
    PERSONAL_IDENTITY_NUMBER: _WITHOUT_NUMBER,
    COORDINATION_NUMBER: _WITHOUT_NUMBER,
    # Regeringsformen 2:3 and 2:6.
    OPINION_MAPPING: _(
        "This reads as an order to map or report what people think or believe, which the Instrument of"
        " Government (2:3 and 2:6) does not allow; describe behaviour and risk instead."
    ),
    # A8.3: avoid singling out groups.
    GROUP_SINGLED_OUT: _(
        "This singles out a whole group of people; write about acts, environments or risk factors instead."
    ),
    # domain.md §2, "Secrecy": leaving out the name is not enough where only a few fit.
    FEW_PEOPLE_FIT: _(
        "Only a few people may fit this description, so leaving out the name is not enough;"
        " write about the kind of situation instead."
    ),
    TEMPORARY_NUMBER: _(
        "This looks like a temporary identity number used before a person has a real one; leave it out."
    ),
}

PHONE_ADVICE = _("Leave it out; if it is a phone number, write it with spaces, for example 070-123 45 67.")
UNGROUPED_ADVICE = _("Leave it out; if it is something else, write the digits in groups with spaces.")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, at `start`–`end` in the text as it was given."""

    kind: str
    start: int
    end: int
    # How the digits were written decides the advice: an unbroken run can also be something else.
    is_ungrouped: bool = False
    may_be_phone: bool = False

    @property
    def is_blocking(self) -> bool:
        """Numbers stop a text from being saved; wordings are only pointed out (design.md §6)."""
        return self.kind in BLOCKING

    @property
    def name(self) -> Promise:
        return NAMES[self.kind]

    @property
    def advice(self) -> Promise:
        if self.is_blocking and self.may_be_phone:
            return PHONE_ADVICE
        if self.is_blocking and self.is_ungrouped:
            return UNGROUPED_ADVICE
        return EXPLANATIONS[self.kind]
