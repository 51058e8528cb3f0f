"""What was decided about the demo's plan: the council's decisions, and why edition 1 was corrected."""

import datetime
from typing import Final

from plan_pages.documents import Place
from plan_pages.documents.head import DecisionRecord

MUNICIPALITY: Final = Place(code="9901", name="Björkmarks kommun")
CORRECTION_REASON: Final = (
    "Två siffror i stödtelefonens nummer hade bytt plats, och säkerhetsenheten har fått nytt namn."
)


_DECISIONS: Final[dict[str, tuple[DecisionRecord, ...]]] = {
    # Registered: when it took effect and when the minutes were verified is not known.
    "1": (
        DecisionRecord(
            municipality=MUNICIPALITY,
            body_type="council",
            body="Kommunfullmäktige",
            meeting_date=datetime.date(2021, 3, 29),
            paragraph="42",
            registry_number="KS 2021/118",
        ),
    ),
    "1.1": (),
    "2": (
        DecisionRecord(
            municipality=MUNICIPALITY,
            role="prepared",
            body_type="executive",
            body="Kommunstyrelsen",
            meeting_date=datetime.date(2024, 11, 5),
            paragraph="203",
            registry_number="KS 2024/402",
            minutes_verified_on=datetime.date(2024, 11, 12),
        ),
        DecisionRecord(
            municipality=MUNICIPALITY,
            body_type="council",
            body="Kommunfullmäktige",
            meeting_date=datetime.date(2024, 11, 25),
            paragraph="131",
            registry_number="KS 2024/402",
            minutes_verified_on=datetime.date(2024, 12, 2),
            in_effect_from=datetime.date(2025, 1, 1),
        ),
    ),
}


def decisions(number: str) -> tuple[DecisionRecord, ...]:
    """The decisions on edition "1" or "2"; a correction ("1.1") has none of its own. Raises KeyError for others."""
    return _DECISIONS[number]
