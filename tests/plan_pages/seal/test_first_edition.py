"""What may be sealed first: a plan from before Handslag, and a decision of long ago."""

import datetime

import pytest

from plan_pages.editions.kinds import EditionKind
from tests.support import plans
from tests.support.factories import make_site

pytestmark = pytest.mark.django_db


def test_registered__may_have_gaps_and_comes_first() -> None:
    make_site()
    page = plans.plan_page()
    unknown = plans.decision(
        before_handslag=True,
        body="",
        meeting_date=None,
        paragraph="",
        in_effect_from=None,
        registry_number="",
    )
    plans.adopt(page, kind=EditionKind.REGISTERED, decisions=(unknown,))
    assert plans.adopt(page, plans.document(sections=4)).main == 2


def test_day__is_no_part_of_the_refusal() -> None:
    """A decision may be recorded long after the meeting."""
    make_site()
    page = plans.plan_page()
    old = plans.decision(meeting_date=datetime.date(1999, 1, 1), in_effect_from=datetime.date(1999, 1, 1))
    assert plans.adopt(page, decisions=(old,)).main == 1
