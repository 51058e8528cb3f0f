"""Plans of a size that few have, for what must bear it."""

from plan_pages.documents import Commitment, EditionDocument, Section, Text
from tests.support.plans import document, key, paragraph

PARAGRAPHS, PROMISES = 3, 3


def large_plan(word: str, sections: int = 60) -> EditionDocument:
    """Two of them with different words have every paragraph and every commitment changed, in several places each."""
    return document(tuple(_section(number, word) for number in range(sections)))


def _section(number: int, word: str) -> Section:
    name = f"stort avsnitt {number}"
    texts = [
        Text(
            id=key(f"{name}/text"),
            blocks=tuple(paragraph(_sentence(number + at, 60, word)) for at in range(PARAGRAPHS)),
        )
    ]
    promises = [
        Commitment(id=key(f"{name}/löfte {at}"), text=_sentence(abs(number - at), 14, word), obligation="ska")
        for at in range(PROMISES)
    ]
    return Section(id=key(name), number=str(number + 1), heading=name, body=(*texts, *promises))


def _sentence(number: int, length: int, word: str) -> str:
    """Words that come back here and there, as in a real text, with `word` at every fifteenth place."""
    words = [f"ord{(number * 7 + place * place) % 400}" for place in range(length)]
    words[length // 2 :: 15] = [word] * len(words[length // 2 :: 15])
    return " ".join(words)
