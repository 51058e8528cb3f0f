"""The open form of an edition: everything that is needed to compute its digest again (docs/developers/seal.md)."""

import json
from typing import Any

from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.seal.heads import head_of
from plan_pages.seal.texts import document_of, is_redacted, proved_leaves_of


def edition_as_json(edition: Edition) -> str:
    """The same text every time. Raises BrokenSealError."""
    leaves = proved_leaves_of(edition)
    head = head_of(edition, Decision.objects.filter(edition=edition), (leaf.digest for leaf in leaves))
    content: dict[str, Any] = {
        "digest": edition.digest,
        "head": head.model_dump(mode="json"),
        "document": document_of(edition).model_dump(mode="json") if leaves else None,
        "leaves": [
            {"section": leaf.section, "salt": leaf.salt, "digest": leaf.digest, "redacted": is_redacted(leaf)}
            for leaf in leaves
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
