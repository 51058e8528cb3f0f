"""What a spreadsheet program made of a cell: an error where a formula pointed at nothing, a long number written short,
a number taken for a day. None of it is what somebody meant to write."""

import re

from django.utils.translation import gettext as _

# “#REF!”, “#SAKNAS!”, “#NAME?”, “#DIV/0!”, “#N/A”, “#####” where the column was narrow; “Err:502” and “Fel:502”.
_ERROR = re.compile(r"#[A-ZÅÄÖ0-9_/]+[!?]|#N/A|#GETTING_DATA|#{2,}|(?:Err|Fel):\d{3}")
_SHORT = re.compile(r"[+-]?\d+(?:[.,]\d+)?[Ee][+-]?\d+")
_TIME = r"(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?"
_DAY = re.compile(
    rf"\d{{4}}-\d{{1,2}}-\d{{1,2}}{_TIME}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}{_TIME}"
    r"|\d{1,2}[- ](?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)"
    r"|(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[- ]\d{2,4}",
    re.IGNORECASE,
)


def broken(cell: str, may_be_day: bool = False) -> str:
    """What to do about the cell, in a sentence; "" where nothing is wrong with it."""
    text = cell.strip()
    if _ERROR.fullmatch(text):
        return _("the spreadsheet has an error value here, “%(cell)s”; write what is meant.") % {"cell": text}
    if _SHORT.fullmatch(text):
        return _(
            "the spreadsheet has shortened a number to “%(cell)s”; make the cell a text and write all digits."
        ) % {"cell": text}
    if not may_be_day and _DAY.fullmatch(text):
        return _(
            "the spreadsheet has made a day of this, “%(cell)s”; make the cell a text and write what is meant."
        ) % {"cell": text}
    return ""
