"""A document in parts that are sealed one by one, so that one can be redacted and the rest stays provable."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from .canonical import canonical_json
from .model import EditionDocument

# The part that is no section: title, owner, validity, introduction, files.
FRONT = ""


def split(document: EditionDocument) -> Iterator[tuple[str, str]]:
    """(section id, canonical JSON): the front first, then every section in its order."""
    content = document.model_dump(mode="json")
    sections: list[dict[str, Any]] = content.pop("sections")
    yield FRONT, canonical_json(content)
    for section in sections:
        yield section["id"], canonical_json(section)


def join(bodies: Iterable[str]) -> EditionDocument:
    """The document of these parts, in their order. Raises ValueError where a part is none."""
    front, *sections = [json.loads(body) for body in bodies]
    return EditionDocument.model_validate({**front, "sections": sections})
