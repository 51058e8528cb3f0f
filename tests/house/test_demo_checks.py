"""The demo's plan measures what other apps count."""

import pytest

from handslag.evidence import sources
from plan_pages.demo.editions import draft, second_edition
from plan_pages.documents import EditionDocument


@pytest.mark.parametrize("edition", [second_edition(), draft()], ids=["in force", "draft"])
def test_demo_plan__names_evidence_that_the_site_has(edition: EditionDocument) -> None:
    checks = [commitment.check for commitment in edition.commitments if commitment.check is not None]
    assert {check.source for check in checks} == {"meetings_held", "trainings_held"}
    for check in checks:
        assert set(check.parameters) <= set(sources.get(check.source).parameters)
