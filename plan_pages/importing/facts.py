"""Numbers, links and addresses of a section as facts that a correction may change (design: Correction)."""

import re
from collections.abc import Callable, Iterator, Sequence

from django.utils.translation import gettext as _

from plan_pages.documents import Fact
from plan_pages.documents.model import FactKind
from plan_pages.importing.blocks import Block
from plan_pages.importing.findings import PlacedFinding, placed_findings

HELP = re.compile(r"stöd|jour|hjälp|orostelefon|orosanm|linje|avhopp", re.IGNORECASE)
# Words that say whose number it is; "telefon" alone says nothing.
WHOSE = re.compile(
    r"\b(?:[\wåäö-]*(?:stödtelefon|orostelefon|jouren|jour|linje|linjen|växel|växeln|mottagning|mottagningen|kontaktcenter"
    r"|kundtjänst|medborgarservice|socialtjänst|socialtjänsten|samordnare|samordnaren|polisen|länsstyrelsen)(?:en|et|n)?)\b",
    re.IGNORECASE,
)
GENERIC = re.compile(
    r"^(?:tel|telefon|telefonnummer|nummer|nr|e-?post|e-?postadress|mejl|webb|webbplats|hemsida|länk|läs mer(?: på)?"
    r"|mer information|adress|kontakt|se|på)\.?$",
    re.IGNORECASE,
)
LABEL_BEFORE = re.compile(r"(?:^|[.;|•]\s*)([A-ZÅÄÖ][^.:;|•]{1,50}):\s*$")
LABEL_BEHIND = re.compile(r"\s*\(([A-ZÅÄÖa-zåäö][^()\d]{2,50})\)")
# "Materialet finns på:" labels the material.
TELLS_WHERE = re.compile(r"\s+(?:finns|hittas|nås|hittar\s+du|läser\s+du|är)\b.*$", re.IGNORECASE)
LONGEST_LABEL = 5
SENTENCE_START = re.compile(r"[.!?:]\s")


def facts_of(blocks: Sequence[Block], new_id: Callable[[], str]) -> Iterator[Fact]:
    """Each value once per section, verbatim, in the order of the text."""
    seen: set[tuple[str, str]] = set()
    for block in blocks:
        for placed in placed_findings(block.text):
            finding = placed.finding
            if (finding.kind, finding.text) not in seen:
                seen.add((finding.kind, finding.text))
                label = _label(block.text, placed)
                kind = _kind(finding.kind, f"{label} {_before(block.text, placed)}")
                yield Fact(id=new_id(), kind=kind, label=label or _neutral(finding.kind), value=finding.text)


def _before(text: str, placed: PlacedFinding) -> str:
    """The same sentence up to the value."""
    before = text[: placed.start]
    starts = [match.end() for match in SENTENCE_START.finditer(before.rstrip(": "))]
    return before[starts[-1] :] if starts else before


def _label(text: str, placed: PlacedFinding) -> str:
    """The words before a colon or in brackets behind, else the nearest word that says whose it is; else ""."""
    before = text[: placed.start]
    stated = LABEL_BEFORE.search(before)
    label = TELLS_WHERE.sub("", stated.group(1)).strip() if stated else ""
    if label and not GENERIC.match(label) and len(label.split()) <= LONGEST_LABEL:
        return label
    behind = LABEL_BEHIND.match(text[placed.start + len(placed.finding.text) :])
    if behind:
        return behind.group(1)
    if placed.finding.kind != "phone":
        return ""
    words = WHOSE.findall(_before(text, placed))
    return words[-1][:1].upper() + words[-1][1:] if words else ""


def _kind(kind: str, around: str) -> FactKind:
    if kind == "link":
        return "link"
    return "helpline" if kind == "phone" and HELP.search(around) else "contact"


def _neutral(kind: str) -> str:
    return {"phone": _("Telephone"), "link": _("Web page"), "email": _("E-mail")}[kind]
