"""What a correction does to each edition, from the texts themselves: nothing that changes can be left out."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from plan_pages.comparing import SectionChange, compare
from plan_pages.correcting.correction.changing import FactText, corrected
from plan_pages.correcting.correction.models import Correction
from plan_pages.editions.edition import Edition
from plan_pages.seal.texts import document_of
from plan_pages.showing.standing import label_of


@dataclass(frozen=True)
class Shown:
    """`sections` are those that differ, none where the edition is left as it is; `sealed` what came of it."""

    edition: Edition
    label: str
    language: str
    applies: bool
    sections: list[SectionChange]
    sealed: Edition | None


def shown(correction: Correction) -> list[Shown]:
    targets = correction.targets.select_related("edition", "edition__series", "sealed", "sealed__series")
    found = []
    for target in targets:
        before = document_of(target.edition)
        after = corrected(before, correction.changes)
        if target.sealed is not None:
            after = document_of(target.sealed)
        sections = compare(before, after).changed_sections if target.applies else []
        found.append(
            Shown(
                target.edition,
                label_of(target.edition),
                before.language,
                target.applies,
                sections,
                target.sealed,
            )
        )
    return found


def table_of(correction: Correction) -> dict[str, Any]:
    """What was proposed, whole words before and after; for the component `table`."""
    base = document_of(correction.base)
    titles = {section.id: section.title for section in base.sections}
    rows = [
        [titles.get(change.section, ""), _in_words(change.before), _in_words(change.after)]
        for change in correction.changes.facts
    ]
    if (wording := correction.changes.wording) is not None:
        rows.append([_("In the running text"), wording.old, wording.new])
    headers = (_("Place in the text"), _("Words before"), _("Words after"))
    return {"headers": [{"title": title} for title in headers], "rows": rows}


def _in_words(fact: FactText) -> str:
    return f"{fact.label}: {fact.value}{f' ({fact.note})' if fact.note else ''}"
