"""Documents and heads to print, all of a fictional municipality."""

import datetime
from typing import Any

from plan_pages.documents import (
    Commitment,
    EditionDocument,
    Fact,
    FileReference,
    Item,
    List,
    Paragraph,
    Place,
    Run,
    Section,
    Subheading,
    Text,
    Validity,
)
from plan_pages.documents.head import DecisionRecord, EditionHead
from plan_pages.documents.rich_text import Block

ADDRESS = "https://handslag.kommun.test/handlingsplan/"
TITLE = "Lokal handlingsplan mot våldsbejakande extremism"
LAKE = Place(code="9901", name="Sjöviks kommun")
SOUND = Place(code="9902", name="Storsunds kommun")
SENTENCES = "Skola, socialtjänst och polis planerar tillsammans utifrån den lokala lägesbilden. " * 6


def paragraph(text: str, **style: Any) -> Paragraph:
    return Paragraph(runs=(Run(text=text, **style),))


def section(index: int, *blocks: Block, **changed: Any) -> Section:
    passages = (Text(id=f"text-{index:05}", blocks=blocks),) if blocks else ()
    return Section(**{"id": f"part-{index:05}", "heading": f"Avsnitt {index}", "body": passages, **changed})


def plan(*sections: Section, **changed: Any) -> EditionDocument:
    content: dict[str, Any] = {
        "kind": "action_plan",
        "language": "sv",
        "title": TITLE,
        "municipalities": (LAKE,),
        "owner": "Kommunstyrelsen",
        "responsible_function": "Säkerhetssamordnaren",
        "valid": Validity(first=datetime.date(2026, 3, 1), last=datetime.date(2029, 12, 31)),
        "sections": sections,
    }
    return EditionDocument(**{**content, **changed})


def commitment(number: int, text: str, **changed: Any) -> Commitment:
    return Commitment(**{"id": f"promise-{number:05}", "text": text, "obligation": "ska", **changed})


def full_section() -> Section:
    listed = List(
        items=(
            Item(
                runs=(Run(text="Yttre punkt"),),
                lists=(List(ordered=True, items=(Item(runs=(Run(text="Inre punkt"),)),)),),
            ),
        )
    )
    text = Text(
        id="text-full", blocks=(paragraph("Före listan."), Subheading(runs=(Run(text="Arbetssätt"),)), listed)
    )
    promise = commitment(1, "Rådet ska mötas fyra gånger om året.", accountable_function="Säkerhetschefen")
    facts = (
        Fact(id="fact-0001", kind="helpline", label="Orostelefonen", value="0999-12 34 56", note="vardagar"),
        Fact(id="fact-0002", kind="link", label="Metoden", value="https://metod.kommun.test/samtal"),
    )
    return section(1, number="2.1", heading="Samverkan i rådet", body=(text, promise), facts=facts)


def rule_file() -> FileReference:
    return FileReference(title="Rutin", href="/dokument/7/rutin.pdf", sha256="ab" * 32, size=2048)


def long_plan(sections: int, commitments: int = 3) -> EditionDocument:
    return plan(
        *(
            section(
                number,
                body=(
                    Text(id=f"text-{number:05}", blocks=(paragraph(SENTENCES), paragraph(SENTENCES))),
                    *(
                        commitment(10 * number + extra, f"Åtagande {number}.{extra} ska hållas.")
                        for extra in range(commitments)
                    ),
                ),
            )
            for number in range(sections)
        )
    )


def decision(**changed: Any) -> DecisionRecord:
    content: dict[str, Any] = {
        "municipality": LAKE,
        "body_type": "council",
        "body": "Kommunfullmäktige",
        "meeting_date": datetime.date(2026, 2, 16),
        "paragraph": "74",
        "registry_number": "KS/2026:168",
        "minutes_verified_on": datetime.date(2026, 2, 23),
        "in_effect_from": datetime.date(2026, 3, 1),
    }
    return DecisionRecord(**{**content, **changed})


def head(**changed: Any) -> EditionHead:
    content: dict[str, Any] = {
        "series": "11111111-2222-4333-8444-555555555555",
        "sequence": 2,
        "number": "2",
        "kind": "adopted",
        "language": "sv",
        "title": TITLE,
        "sealed_at": datetime.datetime(2026, 2, 24, 9, 30, tzinfo=datetime.UTC),
        "decisions": (decision(),),
    }
    return EditionHead(**{**content, **changed})
