"""The plan's templates, and what their covers say where a font lacks a sign."""

import datetime
from pathlib import Path
from typing import Any

from handslag.pdf.typesetting import compiled

TEMPLATE = Path(__file__).parent / "template" / "edition.typ"
HISTORY = TEMPLATE.with_name("history.typ")
PACK = TEMPLATE.with_name("pack.typ")


def typeset(data: dict[str, Any], *, moment: datetime.datetime, template: Path | None = None) -> bytes:
    """Without `template` it is an edition's. See `handslag.pdf.typesetting`."""
    return compiled(
        template or TEMPLATE, data, moment=moment, where_signs_are_missing=_with_notice_on_the_cover
    )


def _with_notice_on_the_cover(data: dict[str, Any]) -> dict[str, Any]:
    cover = {**data["cover"], "notice": data["cover"]["notice_where_signs_are_missing"]}
    return {**data, "cover": cover}
