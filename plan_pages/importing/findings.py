"""What ages in a text and may be corrected later: phone numbers, links, addresses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

PHONE = re.compile(
    r"(?<![\d/:-])(?:\+46[\s-]?(?:\(0\)\s?)?\d{1,3}|0\d{1,3})(?:\s?[-–/]\s?|\s)\d{2,3}(?:\s?\d{2,3}){1,3}(?![\d:/-]\d)"
    # Short numbers only behind a word that announces them.
    r"|\b(?:ring|telefon(?:nummer)?|nummer|tel\.?|larmnummer(?:et)?|via|på|till|polisen|vårdguiden)\s*:?\s+"
    r"(112|1177|11[0-9] ?\d{2})\b(?![-:/]\d|\s?(?:procent|personer|kronor|%))",
    re.IGNORECASE,
)
LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"”»)\]]+"
    r"|(?<![@\w./-])[a-zåäö0-9][a-zåäö0-9-]{2,}(?:\.[a-zåäö0-9-]{2,})*\.(?:se|nu|org|com|eu)\b(?:/[^\s<>\"”»)\]]*)?",
    re.IGNORECASE,
)
E_MAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")


@dataclass(frozen=True)
class Finding:
    """`kind` is phone, link or email; `text` as it stands in the document."""

    kind: str
    text: str


@dataclass(frozen=True)
class PlacedFinding:
    finding: Finding
    start: int


def findings_in(text: str) -> Iterator[Finding]:
    return (placed.finding for placed in placed_findings(text))


def placed_findings(text: str) -> list[PlacedFinding]:
    """In the order of the text; a link that is part of an address is not found twice."""
    found: list[PlacedFinding] = []
    for match in PHONE.finditer(text):
        group = 1 if match.group(1) else 0
        found.append(PlacedFinding(Finding("phone", match.group(group).strip()), match.start(group)))
    mails = list(E_MAIL.finditer(text))
    found += [PlacedFinding(Finding("email", match.group()), match.start()) for match in mails]
    for match in LINK.finditer(text):
        if not any(mail.start() <= match.start() < mail.end() for mail in mails):
            found.append(PlacedFinding(Finding("link", match.group().rstrip(".,;:")), match.start()))
    return sorted(found, key=lambda placed: placed.start)
