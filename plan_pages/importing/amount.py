"""How much text is read: time and memory stay bounded whatever the file holds."""

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _

from plan_pages.importing.lines import Line
from plan_pages.importing.refusal import ImportRefusedError

# A page holds about 3,000 characters; a plan with every appendix stays far below 400 pages.
MOST_CHARACTERS = 1_200_000
MOST_LINES = 40_000
# Readers that put a blank line after each paragraph stop here; what they have read is refused.
MORE_THAN_ALLOWED = 3 * MOST_LINES
LONGEST_WORD = 1_000
NO_WORD = re.compile(rf"\S{{{LONGEST_WORD}}}")


def check_amount(lines: Sequence[Line]) -> None:
    """Raises ImportRefusedError for far more text than a plan has, or for what no language writes."""
    written = sum(1 for line in lines if not line.is_blank)
    if written > MOST_LINES or sum(len(line.text) for line in lines) > MOST_CHARACTERS:
        raise ImportRefusedError(
            _("The file holds far more text than a plan; choose the plan without its appendices.")
        )
    if any(NO_WORD.search(line.text) for line in lines):
        raise ImportRefusedError(
            _(
                "The file holds words of more than a thousand letters; choose the document the text was written in."
            )
        )
