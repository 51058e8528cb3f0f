"""Short names for the parts of a document, so that the demo's plan can be read as a text."""

import uuid
from collections.abc import Mapping
from typing import Final

from plan_pages.documents import Commitment, Fact, Section, Text
from plan_pages.documents.from_html import blocks_from_html
from plan_pages.documents.model import Check, FactKind, Obligation, Passage

# Never change it: loading the demo again must give every part the id it had.
_NAMESPACE: Final = uuid.UUID("a4c1e0c2-7d5b-4f0e-9b3a-5f6d2c8e1b97")


def block_id(key: str) -> str:
    """The same id for the same key, always; a part keeps its key when it moves ("parter/nivaer")."""
    return str(uuid.uuid5(_NAMESPACE, key))


def section(key: str, number: str, heading: str, *body: Passage, facts: tuple[Fact, ...] = ()) -> Section:
    return Section(id=block_id(key), number=number, heading=heading, body=body, facts=facts)


def text(key: str, *html: str) -> Text:
    """Paragraphs; what begins with a tag of its own stays as it is."""
    marked_up = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in html)
    return Text(id=block_id(key), blocks=blocks_from_html(marked_up))


def commitment(
    key: str,
    obligation: Obligation,
    sentence: str,
    function: str = "",
    *,
    lead: str = "",
    check: Check | None = None,
) -> Commitment:
    """`check` names evidence by name only: the app that measures it may be missing on the site."""
    return Commitment(
        id=block_id(key),
        text=sentence,
        obligation=obligation,
        lead=lead,
        accountable_function=function,
        check=check,
    )


def fact(key: str, kind: FactKind, label: str, value: str, note: str = "") -> Fact:
    return Fact(id=block_id(key), kind=kind, label=label, value=value, note=note)


def kept(earlier: Section, key: str) -> Passage:
    """A passage that stands unchanged in the next edition."""
    return next(passage for passage in earlier.body if passage.id == block_id(key))


def assigned(unchanged: Section, functions: Mapping[str, str]) -> Section:
    """A section whose words stay, with the functions (by key) that now answer for its commitments."""
    by_id = {block_id(key): function for key, function in functions.items()}
    body = tuple(
        passage.model_copy(update={"accountable_function": by_id[passage.id]})
        if isinstance(passage, Commitment)
        else passage
        for passage in unchanged.body
    )
    return unchanged.model_copy(update={"body": body})
