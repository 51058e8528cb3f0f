"""What no template may hold, and what every component must."""

import re
from pathlib import Path

import pytest

from handslag.styleguide.examples import groups
from tests.support.locations import ROOT

TEMPLATES = ROOT / "templates"
COMPONENTS = TEMPLATES / "handslag/components"
SEEN_ELSEWHERE = {
    "header_tools": "stands in the header of every page",
    "print_header": "is only on paper",
    "field_error": "is shown by field.html",
}

FORBIDDEN = {
    "style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "style element": re.compile(r"<style\b", re.IGNORECASE),
    "inline script": re.compile(r"<script\b(?![^>]*\bsrc=)", re.IGNORECASE),
    "event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "script address": re.compile(r"javascript:", re.IGNORECASE),
    "code for htmx": re.compile(r"\bhx-on\b|\bjs:", re.IGNORECASE),
}
COMMENT = re.compile(r"{% comment %}.*?{% endcomment %}", re.DOTALL)
TAG = re.compile(r"{%.*?%}", re.DOTALL)


def faults(source: str) -> list[str]:
    markup = TAG.sub("", COMMENT.sub("", source))
    return [name for name, pattern in FORBIDDEN.items() if pattern.search(markup)]


def is_ours(template: Path) -> bool:
    """Wagtail's own templates that we override keep its scripts, with a nonce."""
    return not template.relative_to(TEMPLATES).parts[0].startswith("wagtail")


OURS = sorted(filter(is_ours, TEMPLATES.rglob("*.html")))


@pytest.mark.parametrize("template", OURS, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_template__holds_no_inline_code(template: Path) -> None:
    assert faults(template.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        '<p style="color: red">',
        "<style>",
        "<script>alert(1)</script>",
        '<a {% if x %}class="y"{% endif %} onclick="z()">',
        '<a href="javascript:x">',
        '<a hx-on="x">',
    ],
)
def test_lint__finds_inline_code(source: str) -> None:
    assert faults(source)


@pytest.mark.parametrize("component", sorted(COMPONENTS.glob("*.html")), ids=lambda path: path.stem)
def test_component__begins_with_its_documentation(component: Path) -> None:
    documentation = COMMENT.match(component.read_text("utf-8"))
    assert documentation is not None
    assert len(documentation[0].strip().splitlines()) >= 3


@pytest.mark.parametrize("component", sorted(COMPONENTS.glob("*.html")), ids=lambda path: path.stem)
def test_component__documents_every_parameter(component: Path) -> None:
    source = component.read_text("utf-8")
    documentation = COMMENT.match(source)
    assert documentation is not None
    body = source[documentation.end() :]
    bound = set(re.findall(r"\bas (\w+)|{% for (\w+) in|, (\w+) in|\bwith (\w+)=|\s(\w+)=(?!=)", body))
    local = {name for names in bound for name in names} | {
        "forloop",
        # `_("…")`
        "_",
        "not",
        "True",
        "False",
        "None",
        "and",
        "or",
    }
    expressions = re.findall(r"{{ ([a-z_]+)", body) + re.findall(r"{% (?:el)?if (?:not )?([a-z_]+)", body)
    missing = {
        name for name in expressions if name not in local and not re.search(rf"\b{name}\b", documentation[0])
    }
    assert missing == set()


def test_components__are_all_in_the_style_guide() -> None:
    shown = {component.name for group in groups() for component in group.components}
    existing = {path.stem for path in COMPONENTS.glob("*.html")}
    assert existing - shown == set(SEEN_ELSEWHERE)


def test_examples__no_two_components_share_a_name() -> None:
    names = [component.name for group in groups() for component in group.components]
    assert len(names) == len(set(names))
