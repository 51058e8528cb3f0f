"""Ids of blocks: unique within a page, the same from draft to draft (design: Registers)."""

import uuid
from collections.abc import Callable
from typing import Any

type Raw = list[dict[str, Any]]


def with_unique_ids(sections: Raw) -> Raw:
    """A block that was duplicated in the editor, or has no id yet, gets one of its own; the others keep theirs."""
    seen: set[str] = set()

    def kept_or_new(block_id: str) -> str:
        if not block_id or block_id in seen:
            block_id = str(uuid.uuid4())
        seen.add(block_id)
        return block_id

    return _with_ids(sections, kept_or_new)


def _with_ids(sections: Raw, choose: Callable[[str], str]) -> Raw:
    return [
        {
            **section,
            "id": choose(section.get("id") or ""),
            "value": {
                **section["value"],
                **{
                    name: [
                        {**part, "id": choose(part.get("id") or "")}
                        for part in section["value"].get(name) or []
                    ]
                    for name in ("body", "facts")
                },
            },
        }
        for section in sections
    ]
