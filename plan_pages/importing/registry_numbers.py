"""Registry numbers (diarienummer): behind their label, or in a form that nothing else has."""

import re
from collections.abc import Sequence

from plan_pages.importing.dates import days_in

NUMBER = (
    r"(?:[A-ZÅÄÖ]{1,6}[\s./-]?)?(?:[A-ZÅÄÖ]{2,6}[\s./-]?)?\d{2,4}\s?[:/.-]\s?\d{1,6}(?:[-/:.]\d{1,6})?"
    r"(?:[-/\s][A-ZÅÄÖ]{2,6}\b)?(?:[-/]\d{1,4})?"
)
LABELLED = re.compile(
    rf"\b(?:dnr|diarie\s?(?:nummer|nr)|ärende\s?(?:nummer|nr)|diarienr)\b\.?\s*:?\s*({NUMBER})", re.IGNORECASE
)
PLAIN = re.compile(r"\b([A-ZÅÄÖ]{2,6}(?:/|-|\s)(?:19|20)\d\d[:/-]\d{1,6})(?!-?\d)\b")
VALUE = re.compile(rf"({NUMBER}|[A-ZÅÄÖ]{{2,6}}[\s-]?\d{{3,8}})", re.IGNORECASE)
# Laws, inquiries, bills, reports of the state are numbered in the same way.
OF_THE_STATE = re.compile(
    r"^(?:SFS|SOU|DS|PROP|SKR|BET|RSKR|EU|EG|ISO|SOSFS|HSLF|HSLF-FS|FS|MSB|MSBFS|MCF|BRÅ|DIR|KOM|COM|JO|AD|SKOLFS|RPS)\b",
    re.IGNORECASE,
)


def labelled_value(text: str) -> str | None:
    """The number in what stands behind the label; None where that is no number."""
    match = VALUE.search(text)
    return match.group(1).strip() if match else None


def registry_number_in(lines: Sequence[str], *, plain: bool = True) -> str | None:
    """`plain`: also without a label; only of lines about the document, since texts refer to other papers."""
    for line in lines:
        found = [LABELLED.search(line), *(PLAIN.finditer(line) if plain else ())]
        for match in found:
            if match and not OF_THE_STATE.match(match.group(1)) and not _is_day(match.group(1), line):
                return match.group(1).strip()
    return None


def _is_day(number: str, line: str) -> bool:
    return any(day.group() == number for day, _date in days_in(line))
