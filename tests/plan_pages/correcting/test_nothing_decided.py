"""A plan that nobody decided has nothing to correct."""

from typing import Any

import pytest

from tests.plan_pages.correcting import desk
from tests.plan_pages.correcting.desk import CORRECT, signed_in
from tests.support import plans
from tests.support.factories import make_site

pytestmark = pytest.mark.django_db

editor = desk.editor


def test_without_a_decided_plan__there_is_nothing_to_correct(editor: Any) -> None:
    make_site()
    plans.plan_page()
    answered = signed_in(editor).get(CORRECT)
    assert answered.status_code == 200 and answered.context["form"] is None
