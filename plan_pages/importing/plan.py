"""What an import found: the shape that the preview shows and `import_plan --json` prints."""

from dataclasses import dataclass
from typing import Any

from plan_pages.importing.blocks import Block
from plan_pages.importing.commitments import ProposedCommitment
from plan_pages.importing.decision import FoundDecision
from plan_pages.importing.details import Validity
from plan_pages.importing.findings import Finding


@dataclass(frozen=True)
class ImportedSection:
    """`number` is the heading's own, None where it has none; `heading` is "" for text before the first heading.

    `blocks` is what `text` is made of; `level` 1 is a chapter.
    """

    number: str | None
    heading: str
    text: str
    commitments: tuple[ProposedCommitment, ...] = ()
    findings: tuple[Finding, ...] = ()
    level: int = 1
    blocks: tuple[Block, ...] = ()

    @property
    def place(self) -> str:
        return " ".join(part for part in (self.number, self.heading) if part)


@dataclass(frozen=True)
class ImportedPlan:
    """`front` holds the lines about the document itself, which are no section's text; `decisions` every adoption that
    they name, of which `decision` has only what all agree on.
    """

    title: str
    sections: tuple[ImportedSection, ...]
    decision: FoundDecision
    owner: str | None
    responsible: str | None
    validity: Validity
    gaps: tuple[str, ...]
    front_findings: tuple[Finding, ...] = ()
    front: tuple[str, ...] = ()
    decisions: tuple[FoundDecision, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """design: `import_plan --dry-run --json`. A document that names no decision has null."""
        return {
            "title": self.title,
            "sections": [
                {
                    "number": section.number,
                    "heading": section.heading,
                    "text": section.text,
                    "commitments": [
                        {"text": commitment.text, "obligation": commitment.obligation}
                        for commitment in section.commitments
                    ],
                }
                for section in self.sections
            ],
            "decision": None if self.decision.is_empty else self._decision_as_json(),
            "owner": self.owner,
            "responsible": self.responsible,
            "valid": {
                "from": self.validity.first.isoformat() if self.validity.first else None,
                "to": self.validity.last.isoformat() if self.validity.last else None,
            },
            "gaps": list(self.gaps),
            "findings": [
                {"kind": finding.kind, "text": finding.text, "section": place}
                for place, findings in [("", self.front_findings)]
                + [(section.place, section.findings) for section in self.sections]
                for finding in findings
            ],
        }

    def _decision_as_json(self) -> dict[str, str | None]:
        return {
            "body": self.decision.body,
            "date": self.decision.date.isoformat() if self.decision.date else None,
            "paragraph": self.decision.paragraph,
            "registry_number": self.decision.registry_number,
        }
