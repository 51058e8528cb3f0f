"""How long what a course teaches holds has a bound: one that has none stops the figures of the whole site."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.support.training import course
from training.catalogue.course_page import CoursePage

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_valid_months__are_ten_years_at_most() -> None:
    page = course(valid_months=120)
    page.valid_months = 121
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert list(refused.value.message_dict) == ["valid_months"]
    with pytest.raises(IntegrityError), transaction.atomic():
        CoursePage.objects.update(valid_months=30000)
