"""What somebody wrote where a row's number belongs: numbers of nothing hide nothing, and are no fault of the server."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from wagtail.models import Page

from handslag.access.links import visible_numbers
from handslag.access.named_rows import check_for_argument

pytestmark = pytest.mark.django_db

NAMES = ("page_id", "image_id", "document_id", "revision_id", "task_state_id", "workflow_state_id")
LOCALIZE = ("translation_source_id", "translation_id", "string_segment_id")
NO_NUMBERS = {"digits": "9" * 5_000, "large": "9" * 25, "a power": "²", "a word": "ett", "nothing": ""}


@pytest.mark.parametrize("value", NO_NUMBERS.values(), ids=NO_NUMBERS)
@pytest.mark.parametrize("name", NAMES + LOCALIZE)
def test_check__of_no_row_says_that_nothing_is_hidden(name: str, value: str) -> None:
    arguments: dict[str, Any] = {name: value}
    check = check_for_argument("", name, arguments)
    assert check is not None
    assert check(AnonymousUser(), value) is False


@pytest.mark.parametrize("value", NO_NUMBERS.values(), ids=NO_NUMBERS)
def test_links__to_no_row_are_no_links(value: str) -> None:
    assert visible_numbers(Page, [value]) == set()
