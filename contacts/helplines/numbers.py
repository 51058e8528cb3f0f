"""A telephone number as it is read aloud, and as it is dialled."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

FEWEST_DIGITS, MOST_DIGITS = 3, 15
# Longer runs of figures are neither read aloud nor told apart from an identity number.
LONGEST_RUN = 6
_SHAPE = re.compile(r"\+?\d+(?:[ -]\d+)*")


def dialled(number: str) -> str:
    """“08-465 004 61” is dialled 0846500461; a plus in front stays (RFC 3966)."""
    return "".join(sign for sign in number if sign.isdigit() or sign == "+")


def validate_number(number: str) -> None:
    """Raises ValidationError with one sentence that says how to write it."""
    digits = sum(sign.isdigit() for sign in number)
    if not _SHAPE.fullmatch(number) or not number.isascii() or not FEWEST_DIGITS <= digits <= MOST_DIGITS:
        raise ValidationError(
            _("Write the number with figures and spaces only, as it is read aloud: 08-465 004 00."),
            code="shape",
        )
    if max(len(run) for run in re.findall(r"\d+", number)) > LONGEST_RUN:
        raise ValidationError(
            _("Put spaces into the number, as it is read aloud: 08-465 004 00."), code="spaces"
        )
