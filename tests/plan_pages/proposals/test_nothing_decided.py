"""What an app proposes where no plan is decided, or none is written."""

import pytest

from handslag.revision_proposals import raise_proposal
from plan_pages.models import RevisionProposal
from tests.plan_pages.proposals import test_from_code
from tests.plan_pages.proposals.test_from_code import meeting
from tests.support import plans
from tests.support.factories import make_site

pytestmark = pytest.mark.django_db

source = test_from_code.source


def test_site_without_a_plan__takes_nothing() -> None:
    make_site()
    assert not raise_proposal(meeting()) and not RevisionProposal.objects.exists()


def test_plan_without_an_edition__takes_it_all_the_same() -> None:
    make_site()
    plans.plan_page()
    assert raise_proposal(meeting()) and RevisionProposal.objects.get().edition is None
