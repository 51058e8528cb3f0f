"""Labelled fields of a plan's front page: "Beslutsdatum: 2018-03-26", with or without a colon, in a table or not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Per field the words that municipalities print before its value.
WORDS = {
    "body": r"beslutsinstans|beslutande(?:\s+(?:organ|instans))?|beslutsfattare"
    r"|(?:fastställ[dt]|antag(?:en|et)|beslutad|beslutat|godkänd)\s+av",
    "date": r"beslutsdatum|fastställelsedatum|antagandedatum"
    r"|datum\s+för\s+(?:beslut|antagande|fastställelse|fastställande)"
    r"|(?:fastställ[dt]|antag(?:en|et)|beslutad)(?:\s+den)?",
    "paragraph": r"(?:besluts)?paragraf|beslut\s*§|§",
    "registry_number": r"dnr\.?|diarienummer|diarienr\.?|ärendenummer|ärendenr\.?",
    "owner": r"planägare|(?:dokument|process)?ägare|(?:dokument)?förvaltare|planens\s+förvaltare|ansvarig\s+nämnd",
    "responsible": r"dokumentansvarig(?:\s+(?:tjänsteperson|tjänsteman|funktion|förvaltning|avdelning|enhet))?"
    r"|ansvarig(?:\s+(?:tjänsteperson|tjänsteman|funktion|handläggare|avdelning|förvaltning|verksamhet|enhet))?"
    r"|ansvarig\s+för\s+(?:uppföljning|revidering|dokumentet|planen)(?:\s+och\s+(?:uppföljning|revidering))?|handläggare|kontaktperson",
    "until": r"(?:gäller|giltig)\s+(?:till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?|längst\s+till)",
    "validity": r"giltighetstid|giltighetsperiod|giltighet|planperiod(?:en)?|mandatperiod(?:en)?"
    r"|(?:dokumentet|planen)?\s*gäller(?:\s+(?:för(?:\s+perioden)?|under|åren|perioden"
    r"|från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?))?|giltig(?:\s+(?:från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?))?",
}  # fmt: skip
WITH_COLON = {
    name: re.compile(rf"^(?:{words})\s*[:|\t]\s*(\S.*)$", re.IGNORECASE) for name, words in WORDS.items()
}
# Without a colon the value must look like one: a sentence may begin with the same word.
BARE_VALUE = {
    "body": r"[A-ZÅÄÖ][\wåäö]+(?:\s[\wåäöÅÄÖ]+){0,3}",
    "date": r"\d.*",
    "paragraph": r"\d.*",
    "registry_number": r"(?=.*\d)\S+(?:\s\S+)?",
    "owner": r"[A-ZÅÄÖ][\wåäö]+(?:\s[\wåäö]+){0,3}",
    "responsible": r"[A-ZÅÄÖ][\wåäö-]+(?:\s[\wåäöÅÄÖ-]+){0,3}",
    "until": r"\d.*|(?:den\s)?\d.*",
    "validity": r"(?:19|20)\d\d.*|\d\d?\s\w+\s(?:19|20)\d\d.*|tills\s.*|från\s.*\d.*",
}
WITHOUT_COLON = {name: re.compile(rf"^(?i:{words})\s*({BARE_VALUE[name]})$") for name, words in WORDS.items()}
ALONE = {name: re.compile(rf"^(?:{words})\s*:?$", re.IGNORECASE) for name, words in WORDS.items()}
ANY_LABEL = re.compile(r"^[A-ZÅÄÖ][\wåäö /.-]{1,40}:\s*\S")
LONGEST = 160
# How a table's cells are read across.
CELL = " | "


@dataclass(frozen=True)
class Field:
    name: str
    value: str


def field_of(line: str) -> Field | None:
    """The field a line states, or None for running text."""
    if len(line) > LONGEST:
        return None
    for patterns in (WITH_COLON, WITHOUT_COLON):
        for name, pattern in patterns.items():
            match = pattern.match(line)
            if match:
                return Field(name, match.group(1).strip())
    return None


def is_label_alone(line: str) -> str | None:
    return next((name for name, pattern in ALONE.items() if pattern.match(line)), None)


def fields_in(lines: Sequence[str]) -> list[Field]:
    """Fields of one line, labels whose value stands on the next, and tables with a row of labels."""
    found: list[Field] = []
    for line, following in zip(lines, [*lines, ""][1:], strict=True):
        field = field_of(line)
        if CELL in line:
            found += _fields_of_cells(line.split(CELL), following.split(CELL))
        elif field is not None:
            found.append(field)
        elif (name := is_label_alone(line)) and following and not field_of(following):
            found.append(Field(name, following))
    return found


def _fields_of_cells(cells: list[str], below: list[str]) -> list[Field]:
    """The value stands under its label, or beside it."""
    names = [is_label_alone(cell) for cell in cells]
    values = below if len(below) == len(cells) else [*cells[1:], ""]
    own = [field for cell in cells if (field := field_of(cell))]
    return own + [
        Field(name, value.strip())
        for name, value in zip(names, values, strict=True)
        if name and value and not is_label_alone(value)
    ]


def states_field(line: str) -> bool:
    """Does the line stand in the front matter's list of fields, also one that is of no use here?"""
    return (
        field_of(line) is not None
        or bool(is_label_alone(line))
        or (CELL in line and any(is_label_alone(cell) for cell in line.split(CELL)))
        or (len(line) < 90 and bool(ANY_LABEL.match(line)))
    )
