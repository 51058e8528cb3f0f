"""The colours of tokens.css and the pairs they are used in, with the contrast each pair must have."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

STYLESHEET = Path(__file__).parents[1] / "static/handslag/css/tokens.css"

_PAIR = re.compile(r"--([\w-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")

TEXT, MARK = 4.5, 3.0
"""WCAG 1.4.3 for text, 1.4.11 for edges, icons and focus."""

_SURFACES = ("paper", "surface", "sunken")
_STATES = ("info", "success", "warning", "error")

PAIRS: tuple[tuple[str, str, float], ...] = (
    *((text, ground, TEXT) for text in ("ink", "muted", "accent", "accent-strong") for ground in _SURFACES),
    *(("visited", ground, TEXT) for ground in _SURFACES),
    *(("error", ground, TEXT) for ground in _SURFACES),
    *((text, "accent-soft", TEXT) for text in ("ink", "muted", "accent", "accent-strong")),
    *(("on-accent", ground, TEXT) for ground in ("accent", "accent-strong")),
    ("on-danger", "danger", TEXT),
    ("surface", "ink", TEXT),
    *((text, band, TEXT) for text in ("on-band", "on-band-muted") for band in ("band", "band-deep")),
    *((state, ground, TEXT) for state in _STATES for ground in (f"{state}-soft", "surface", "paper")),
    *(("ink", f"{state}-soft", TEXT) for state in _STATES),
    *(("edge", ground, MARK) for ground in _SURFACES),
    *(("focus", ground, MARK) for ground in (*_SURFACES, "accent-soft", "focus-halo")),
    *((mark, band, MARK) for mark in ("band-mark", "on-band-focus") for band in ("band", "band-deep")),
)


@dataclass(frozen=True)
class Contrast:
    """A pair of colours and its ratio in each theme."""

    text: str
    ground: str
    required: float
    light: float
    dark: float


@cache
def colours() -> dict[str, tuple[str, str]]:
    """Name to (light, dark), in the order of the stylesheet."""
    return {name: (light, dark) for name, light, dark in _PAIR.findall(STYLESHEET.read_text("utf-8"))}


def contrasts() -> list[Contrast]:
    """Every pair that the stylesheets use."""
    known = colours()
    return [
        Contrast(
            text,
            ground,
            required,
            ratio(known[text][0], known[ground][0]),
            ratio(known[text][1], known[ground][1]),
        )
        for text, ground, required in PAIRS
    ]


def ratio(first: str, second: str) -> float:
    """Contrast as WCAG 2 defines it."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
