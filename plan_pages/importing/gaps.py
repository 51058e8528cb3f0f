"""What the document does not say (domain.md §0.3: gaps are listed, never filled)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from plan_pages.importing.plan import ImportedPlan


def gaps_of(plan: ImportedPlan, *, revised: bool) -> Iterator[str]:
    """One sentence for each; `revised`: the document names a revision beside its adoption."""
    decision, validity = plan.decision, plan.validity
    several = len({(found.date, found.paragraph) for found in plan.decisions if found.date}) > 1
    missing = [
        (not plan.title, _("The document has no title.")),
        (decision.body is None, _("The document does not say who adopted it.")),
        (decision.date is None and not several, _("The document does not say on which day it was adopted.")),
        (
            decision.paragraph is None and not several,
            _("The document does not give the paragraph (§) of the decision."),
        ),
        (several, _("The document names more than one decision; enter the one that applies here.")),
        (decision.registry_number is None, _("The document gives no registry number.")),
        (plan.owner is None, _("The document does not say who owns the plan.")),
        (plan.responsible is None, _("The document does not say which function is responsible for it.")),
        (
            validity.first is None and validity.last is None,
            _("The document does not say for how long it is valid."),
        ),
        (revised, _("The document also names a revision; check which decision is in force.")),
        (not any(section.heading for section in plan.sections), _("No headings were recognised.")),
        (
            _binds_before_headings(plan),
            _("Text before the first heading promises something; give it a heading."),
        ),
    ]
    yield from (sentence for is_missing, sentence in missing if is_missing)
    yield from _empty_sections(plan)


def _binds_before_headings(plan: ImportedPlan) -> bool:
    """The introduction has no place for commitments; they are kept as text and would not be followed up."""
    return len(plan.sections) > 1 and not plan.sections[0].heading and bool(plan.sections[0].commitments)


def _empty_sections(plan: ImportedPlan) -> Iterator[str]:
    for section, after in zip(plan.sections, [*plan.sections, None][1:], strict=True):
        has_parts = after is not None and after.level > section.level
        if section.heading and not section.text and not has_parts:
            yield _("The section “%(heading)s” has no text.") % {"heading": section.heading}
