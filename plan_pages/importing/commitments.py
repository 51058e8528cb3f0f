"""Proposals for commitments: sentences that bind with ska, bör or kan (domain.md §0.4). An editor decides."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plan_pages.importing.blocks import Block
from plan_pages.importing.sentences import sentences

MODAL = re.compile(r"\b(ska|skall|skola|bör|kan)\b", re.IGNORECASE)
OBLIGATION = {"ska": "ska", "skall": "ska", "bör": "bör", "kan": "kan"}
# A modal verb soon after one of these stands in a subordinate clause and binds nobody.
SUBORDINATE = re.compile(
    r"\b(?:som|att|vilka|vilken|vilket|vad|hur|när|där|dit|om|eftersom|så|innan|vem|varför|medan|såsom|då)"
    r"(?:\s+[\wåäöÅÄÖ-]+){0,3}\s*$",
    re.IGNORECASE,
)
# "Det kan exempelvis röra sig om …", "skulle kunna", "kan det": descriptions and possibilities.
ONLY_DESCRIBES = re.compile(
    r"^(?:det|detta|de|dessa|orsakerna|exempel)\s+kan\s+(?:exempelvis|till exempel|t\.?\s?ex|också|även|t|röra|handla"
    r"|vara|bero|innebära|finnas|ske|till)"
    r"|\bkan\s+(?:exempelvis\s+)?(?:vara|bero|leda|innebära|handla|röra sig|ta sig|uppstå|förekomma|finnas)\b",
    re.IGNORECASE,
)
# Speaks to the reader, or says how somebody is reached.
ADVISES = re.compile(
    r"^(?:du|man|ni|den som)\s+kan\b|\bkan\s+(?:också\s+|även\s+)?(?:kontaktas|nås)\b", re.IGNORECASE
)
MAY_BE_PARTNER = re.compile(
    r"\bkan\s+(?:också|även)?\s*vara\s+(?:en|ett)\s+(?:\w+\s+)?(?:samverk|part|resurs|stöd)", re.IGNORECASE
)
SHORTEST = 3


@dataclass(frozen=True)
class ProposedCommitment:
    """`obligation` is the plan's own word: ska, bör or kan ("skall" counts as ska)."""

    text: str
    obligation: str


def propose(blocks: Sequence[Block]) -> list[ProposedCommitment]:
    """One proposal per binding sentence; a list led in by "Kommunen ska:" gives one per item."""
    proposals: list[ProposedCommitment] = []
    lead = ""
    for block in blocks:
        if block.is_item:
            proposals += _of_item(block.text.rstrip(",; "), lead)
            continue
        lead = ""
        for sentence in sentences(block.text):
            if sentence.endswith(":"):
                lead = sentence.removesuffix(":")
            elif obligation := obligation_of(sentence):
                proposals.append(ProposedCommitment(sentence, obligation))
    return proposals


def _of_item(item: str, lead: str) -> list[ProposedCommitment]:
    """The lead's own verb binds every item; "målet är att:" leaves it to the item's."""
    if obligation := obligation_of(f"{lead}:"):
        return [ProposedCommitment(f"{lead} {item}", obligation)]
    whole = f"{lead} {item}" if lead.endswith(" att") else ""
    return [
        ProposedCommitment(whole or sentence, obligation)
        for sentence in ([item] if whole else sentences(item))
        if (obligation := obligation_of(sentence))
    ]


def obligation_of(sentence: str) -> str | None:
    """The first modal verb of a main clause, or None."""
    if (len(sentence.split()) < SHORTEST and not sentence.endswith(":")) or sentence.endswith("?"):
        return None
    for match in MODAL.finditer(sentence):
        word = match.group().lower()
        if word not in OBLIGATION or SUBORDINATE.search(sentence[: match.start()]):
            continue
        if word == "kan" and _offers_nothing(sentence):
            continue
        return OBLIGATION[word]
    return None


def _offers_nothing(sentence: str) -> bool:
    if MAY_BE_PARTNER.search(sentence):
        return False
    return bool(ONLY_DESCRIBES.search(sentence) or ADVISES.search(sentence))
