"""Does a sentence bind anybody, and how strongly?"""

import re
from typing import Literal

type Obligation = Literal["ska", "bör", "kan"]

MODAL = re.compile(r"\b(ska|skall|skola|bör|kan)\b", re.IGNORECASE)
OBLIGATION: dict[str, Obligation] = {"ska": "ska", "skall": "ska", "bör": "bör", "kan": "kan"}
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
ENDS_WITH_MODAL = re.compile(
    r"\b(?:ska|skall|bör|kan)(?:\s+(?:även|också|därför|bland annat|särskilt|alltid|minst))*$", re.IGNORECASE
)
SHORTEST = 3
# Characters before the verb in which a subordinate clause is looked for.
NEAR = 150


def obligation_of(sentence: str) -> Obligation | None:
    """The first modal verb of a main clause, or None."""
    if (len(sentence.split()) < SHORTEST and not sentence.endswith(":")) or sentence.endswith("?"):
        return None
    for match in MODAL.finditer(sentence):
        word = match.group().lower()
        if word not in OBLIGATION or SUBORDINATE.search(
            sentence[max(0, match.start() - NEAR) : match.start()]
        ):
            continue
        if word == "kan" and _offers_nothing(sentence):
            continue
        return OBLIGATION[word]
    return None


def _offers_nothing(sentence: str) -> bool:
    if MAY_BE_PARTNER.search(sentence):
        return False
    return bool(ONLY_DESCRIBES.search(sentence) or ADVISES.search(sentence))
