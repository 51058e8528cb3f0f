"""Typst at work: it sees the folder of its template and one JSON text, no network, no fonts of the machine."""

import datetime
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typst

type Data = dict[str, Any]
type Standards = list[typst.PDFStandard]

STANDARDS: Standards = ["a-2a", "ua-1"]
# In Typst's words: no font has the sign, or (private use area) nobody can know what it means.
_MISSING_SIGN = re.compile("could not be displayed with|contains the codepoint")


def compiled(
    template: Path, data: Data, *, moment: datetime.datetime, where_signs_are_missing: Callable[[Data], Data]
) -> bytes:
    """`data` reaches the template as data, so its texts cannot be markup. The same data and moment give the same bytes.

    Typst's fonts lack some scripts (Chinese, Thai, Ethiopic, emoji). Such a file cannot keep the two standards, and
    does not claim to: it is tagged all the same, holds the text for search and reading aloud, and is set from what
    `where_signs_are_missing` makes of the data, which is to say so.
    """
    try:
        return _compiled(template, data, moment, STANDARDS)
    except typst.TypstError as error:
        if not _only_signs_are_missing(error):
            raise
        return _compiled(template, where_signs_are_missing(data), moment, [])


def _only_signs_are_missing(error: typst.TypstError) -> bool:
    """Any other reason is a fault of the template, which must not pass for a missing sign."""
    reasons = [line for line in error.diagnostic.splitlines() if line.startswith("error: ")]
    return bool(reasons) and all(_MISSING_SIGN.search(reason) for reason in reasons)


def _compiled(template: Path, data: Data, moment: datetime.datetime, standards: Standards) -> bytes:
    return typst.compile(
        template,
        root=template.parent,
        font_paths=typst.Fonts(include_system_fonts=False),
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=standards,
        timestamp=int(moment.timestamp()),
    )
