"""Proposals by section, in the order of a text."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from plan_pages.documents import EditionDocument
from plan_pages.proposals.model import RevisionProposal


@dataclass
class SectionProposals:
    """`is_gone`: the text has no such section; its title is the one it had when somebody read it."""

    title: str
    is_gone: bool = False
    proposals: list[RevisionProposal] = field(default_factory=list)


def by_section(
    proposals: Iterable[RevisionProposal], document: EditionDocument | None
) -> list[SectionProposals]:
    """The whole plan first, then the sections as they stand in the text, then those that are gone."""
    known = {section.id: section.title for section in document.sections} if document is not None else {}
    found: dict[str, SectionProposals] = {}
    for proposal in proposals:
        group = found.setdefault(
            proposal.section,
            SectionProposals(
                known.get(proposal.section) or title_of_section(proposal),
                is_gone=bool(proposal.section) and proposal.section not in known,
            ),
        )
        group.proposals.append(proposal)
    places = {key: place for place, key in enumerate(("", *known))}
    return [
        found[key] for key in sorted(found, key=lambda key: (places.get(key, len(places)), found[key].title))
    ]


def title_of_section(proposal: RevisionProposal) -> str:
    """As it was called when somebody read it."""
    if not proposal.section:
        return _("The whole plan")
    return proposal.section_title or _("A section that the plan does not have")
