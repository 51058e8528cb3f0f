"""The message says where and what to do, and never the number."""

import re

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.privacy.messages import PersonalDataFound, describe, is_personal_data, refuse
from handslag.privacy.texts import Piece

from .synthetic import NUMBER, SPELLINGS, Number, numbers

LONG = "Lugnt och stilla. " * 10


@pytest.fixture(autouse=True)
def in_english() -> object:
    with translation.override("en"):
        yield


def test_describe__nothing_found() -> None:
    assert describe([Piece("Lugnt"), Piece("KS/2016:168")], "Text") is None


def test_describe__a_short_text_needs_no_place() -> None:
    message = describe([Piece(f"Elev {NUMBER}")], "Title")

    assert message is not None
    assert message.startswith("“Title” holds what looks like a personal identity number. ")
    assert "character" not in message


def test_describe__a_long_text_names_character_and_paragraph() -> None:
    message = describe([Piece(f"{LONG}\nEfter lunch kom {NUMBER} in.")], "Text")

    assert message is not None
    assert f"at character {len(LONG) + 18}" in message
    assert "begins “Efter lunch kom …”" in message


def test_describe__names_the_block_and_counts_the_rest() -> None:
    message = describe([Piece(NUMBER, "notice"), Piece(f"{NUMBER}, 900101+0017", "steps")], "Text")

    assert message is not None
    assert "in the part “notice”" in message
    assert "2 more places" in message


def test_describe__a_warning_is_no_error() -> None:
    assert describe([Piece("Lärare ska kartlägga elevernas åsikter.")]) is None


@settings(max_examples=150, deadline=None)
@given(
    number=numbers,
    other=numbers,
    spelling=st.sampled_from(sorted(SPELLINGS)),
    before=st.sampled_from(["", LONG, f"{LONG}\n", "Ett ", "Barnet "]),
)
def test_describe__never_repeats_a_number(number: Number, other: Number, spelling: str, before: str) -> None:
    text = f"{before}{SPELLINGS[spelling](other)} och {SPELLINGS[spelling](number)} {LONG}"

    message = describe([Piece(text)], "Text")

    assert message is not None
    example = "070-123 45 67"
    shown = re.sub(r"\D", "", message.replace(example, ""))
    # A number has ten digits or more. These are the place, the count, and a century that stands apart.
    assert len(shown) <= 6


def test_refuse__raises_an_error_that_forms_understand() -> None:
    with pytest.raises(PersonalDataFound) as caught:
        refuse([Piece(NUMBER)])

    assert is_personal_data(caught.value)
    assert "0017" not in repr(caught.value)
