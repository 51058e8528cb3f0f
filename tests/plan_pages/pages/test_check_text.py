"""How a promise is measured, as an editor writes it, and back."""

from typing import Any

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as some

from plan_pages.documents.model import Check
from plan_pages.pages.check_text import (
    UnreadableCheckError,
    read_check,
    read_parameters,
    readable_check,
    refuse_unknown,
    written_check,
    written_parameters,
)

READ: dict[str, dict[str, Any]] = {
    "": {},
    " \n\n ": {},
    "meetings = 4": {"meetings": 4},
    "meetings=4\r\nunit = Rektorer = alla\n": {"meetings": 4, "unit": "Rektorer = alla"},
    "least = -3": {"least": -3},
    "least = 0": {"least": 0},
    # Written back as a figure it would be another code.
    "place = 0180": {"place": "0180"},
    "least = -0": {"least": "-0"},
    "least = +4": {"least": "+4"},
    "least = 4,5": {"least": "4,5"},
    "least = 1_000": {"least": "1_000"},
    "least = ٤": {"least": "٤"},
    "least = 1234567890123456": {"least": "1234567890123456"},
    'least = "4"': {"least": "4"},
    r'name = "a\nb"': {"name": "a\nb"},
    'name = ""': {"name": ""},
    # Quotation marks that close nothing are signs like others.
    'name = "Rör" i rörelse': {"name": '"Rör" i rörelse'},
    'name = "Rör': {"name": '"Rör'},
    r'name = "\ud800"': {"name": r'"\ud800"'},
}
UNREADABLE = {
    "meetings": "The line “meetings” has no “=”; write a name, “=” and a value.",
    "meetings = 4\nper year": "The line “per year” has no “=”; write a name, “=” and a value.",
    "= 4": "The line “= 4” has no name before “=”; write one.",
    "meetings =": "The line “meetings =” has no value after “=”; write one, or take the line away.",
    "n = 4\nm = 1\nn = 5": "The name “n” stands twice; take one of the lines away.",
    "x" * 500: f"The line “{'x' * 80}…” has no “=”; write a name, “=” and a value.",
}

names = some.text(min_size=1).map(str.strip).filter(lambda name: name and not set(name) & set("=\r\n"))
values = some.text() | some.integers(min_value=-(10**15) + 1, max_value=10**15 - 1)
written = some.text(alphabet=some.sampled_from('ab =01-"\\\r\n\t\u2028')) | some.text()


@pytest.mark.parametrize("text", READ)
def test_parameters__are_read(text: str) -> None:
    found = read_parameters(text)
    assert found == READ[text]
    assert [type(value) for value in found.values()] == [type(value) for value in READ[text].values()]


@pytest.mark.parametrize("text", UNREADABLE)
def test_parameters__that_cannot_be_read_say_so_in_one_sentence(text: str) -> None:
    with override("en"), pytest.raises(UnreadableCheckError) as told:
        read_check({"source": "meetings", "parameters": text})
    assert (told.value.field, told.value.messages) == ("parameters", [UNREADABLE[text]])


@given(parameters=some.dictionaries(names, values, max_size=5))
def test_parameters__are_the_same_after_writing_and_reading(parameters: dict[str, str | int]) -> None:
    text = written_parameters(parameters)
    assert read_parameters(text) == parameters
    # A browser sends the text with line breaks of its own, without blanks around it.
    assert read_parameters(text.strip().replace("\n", "\r\n")) == parameters


@given(text=written)
def test_parameters__are_read_or_refused_whatever_was_written(text: str) -> None:
    try:
        found = read_parameters(text)
    except UnreadableCheckError:
        return
    assert read_parameters(written_parameters(found)) == found


def test_parameters__that_a_browser_could_not_bring_back_are_quoted() -> None:
    parameters = {"a": "4", "b": " x ", "c": "", "d": '"x"', "e": "en\nrad", "f": "ö = ö", "g": 4}
    assert written_parameters(parameters).split("\n") == [
        'a = "4"',
        'b = " x "',
        'c = ""',
        r'd = "\"x\""',
        r'e = "en\nrad"',
        "f = ö = ö",
        "g = 4",
    ]


@pytest.mark.parametrize("check", [None, Check(source="meetings"), Check(source="m", parameters={"n": "4"})])
def test_check__is_the_same_after_writing_and_reading(check: Check | None) -> None:
    assert read_check(written_check(check)) == check


@pytest.mark.parametrize("nothing", [None, {}, {"source": None, "parameters": None}, {"source": ""}])
def test_check__that_nobody_wrote_is_none(nothing: dict[str, Any] | None) -> None:
    assert read_check(nothing) is None


def test_parameters__without_a_source_ask_for_one() -> None:
    half = {"source": "", "parameters": "meetings = 4"}
    with override("en"), pytest.raises(UnreadableCheckError, match="Choose what") as told:
        read_check(half)
    assert told.value.field == "source"
    assert readable_check(half) is None


def test_parameter__that_the_source_does_not_know_is_refused_with_those_it_knows() -> None:
    check = Check(source="meetings", parameters={"n": 4, "m": 1})
    refuse_unknown(check, ())
    refuse_unknown(check, ("m", "n"))
    with override("en"), pytest.raises(UnreadableCheckError) as told:
        refuse_unknown(check, ("n", "group"))
    assert told.value.messages == ["There is no value “m” here; write one of these: n, group."]
