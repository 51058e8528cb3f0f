"""A number, an address or a name in running text, in other words: no more than that is corrected without a decision.

Running text may hold promises that nobody marked, so old and new wording must both be what a correction is for; a
second person sees every place it changes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plan_pages.documents import List, Run
from plan_pages.documents.addresses import address_of
from plan_pages.documents.rich_text import Block, Item

LONGEST = 120

# Swedish numbers begin with a nought, foreign ones with a plus; the short ones are those that are dialled so. Other
# figures may be amounts or how often something is done.
_NUMBER = re.compile(r"(?:\+|0)[\d\s()/–-]{4,20}|112|1177|11313|113 13|11414|114 14|116 ?\d{3}")
_BARE_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)

_LITTLE_WORDS = frozenset(
    {"och", "i", "för", "av", "på", "mot", "vid", "till", "den", "det", "de", "&", "–", "-"}
)
_NEVER_A_NAME = frozenset(
    {"ska", "skall", "bör", "kan", "måste", "får", "behöver", "inte", "ej", "aldrig", "alltid"}
    | {"minst", "högst", "varje", "en", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"}
    | {"tio", "elva", "tolv"}
)
_MOST_WORDS = 8


@dataclass(frozen=True)
class Wording:
    old: str
    new: str


def is_correctable(wording: Wording) -> bool:
    """Both are numbers or addresses, or both are names."""
    pair = (wording.old, wording.new)
    return all(map(_is_address, pair)) or all(map(_is_name, pair))


def reworded(blocks: Iterable[Block], wording: Wording) -> tuple[Block, ...]:
    """Every place where the old wording stands whole, and the links that lead to it."""
    return tuple(
        _list(block, wording)
        if isinstance(block, List)
        else block.model_copy(update={"runs": _runs(block.runs, wording)})
        for block in blocks
    )


def _is_address(text: str) -> bool:
    if _NUMBER.fullmatch(text) or _BARE_ADDRESS.fullmatch(text):
        return True
    return address_of(text).startswith(("http", "mailto:"))


def _is_name(text: str) -> bool:
    words = text.split()
    if not words or len(words) > _MOST_WORDS or not words[0][0].isupper():
        return False
    return all(
        (word[0].isupper() or word in _LITTLE_WORDS)
        and word.casefold() not in _NEVER_A_NAME
        and not any(sign.isdigit() for sign in word)
        for word in words
    )


def _list(found: List, wording: Wording) -> List:
    return found.model_copy(update={"items": tuple(_item(item, wording) for item in found.items)})


def _item(item: Item, wording: Wording) -> Item:
    lists = tuple(_list(inner, wording) for inner in item.lists)
    return item.model_copy(update={"runs": _runs(item.runs, wording), "lists": lists})


def _runs(runs: Iterable[Run], wording: Wording) -> tuple[Run, ...]:
    whole = re.compile(rf"(?<!\w){re.escape(wording.old)}(?!\w)")
    old_links = {wording.old, *_links(wording.old)}
    link = next(iter(_links(wording.new)), "")
    return tuple(
        run.model_copy(
            update={
                "text": whole.sub(lambda found: wording.new, run.text),
                "href": link if link and run.href in old_links else run.href,
            }
        )
        for run in runs
    )


def _links(text: str) -> tuple[str, ...]:
    """What a link on these words leads to; none for a name."""
    if found := address_of(text):
        return (found,)
    return (f"https://{text}", f"http://{text}") if _BARE_ADDRESS.fullmatch(text) else ()
