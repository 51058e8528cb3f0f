"""Contrast of the tokens in both themes, reckoned from the stylesheet itself."""

import re

import pytest

from handslag.styleguide import tokens
from handslag.styleguide.tokens import Contrast, contrasts, ratio


@pytest.mark.parametrize("pair", contrasts(), ids=lambda pair: f"{pair.text} on {pair.ground}")
def test_contrast__is_enough_in_both_themes(pair: Contrast) -> None:
    assert pair.light >= pair.required
    assert pair.dark >= pair.required


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_ratio__agrees_with_known_pairs(first: str, second: str, expected: float) -> None:
    assert ratio(first, second) == pytest.approx(expected, abs=0.01)


def test_colours__every_opaque_one_of_the_stylesheet_is_read() -> None:
    css = tokens.STYLESHEET.read_text("utf-8")
    assert len(tokens.colours()) == len(re.findall(r"^\s*--[\w-]+: light-dark\(", css, re.MULTILINE))


def test_pairs__every_colour_for_text_and_marks_is_measured() -> None:
    measured = {name for text, ground, _ in tokens.PAIRS for name in (text, ground)}
    # A hairline only separates what space and headings separate already.
    assert set(tokens.colours()) - measured == {"line"}
