"""What the stylesheets and the script may hold, and how much."""

import gzip
import re
from pathlib import Path

import pytest

from tests.support.locations import ROOT

STATIC = ROOT / "site/handslag/static/handslag"
STYLESHEETS = sorted((STATIC / "css").glob("*.css"))
OF_ONE_PAGE = {"styleguide.css"}
"""Loaded by one page only; counted there, on top of what every page loads."""

LAYERS = ["reset", "tokens", "base", "layout", "components", "utilities", "print"]
KILOBYTE = 1024
CSS_RAW, CSS_PACKED = 40 * KILOBYTE, 10 * KILOBYTE
SCRIPT_RAW, SCRIPT_PACKED = 8 * KILOBYTE, 4 * KILOBYTE

PHYSICAL = re.compile(
    r"""(?x)
    (?:^|[;{\s]) (?:
        (?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)[\w-]*
      | border-(?:top|bottom)-(?:left|right)-radius
      | (?:min-|max-)?(?:width|height)
      | left | right | top | bottom
    ) \s*:
    | (?:text-align|float|clear|caption-side) \s*:\s* (?:left|right|top|bottom)
    """
)
MEDIA_QUERY = re.compile(r"@(?:media|container)[^{]*")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def rules(stylesheet: Path) -> str:
    return COMMENT.sub("", stylesheet.read_text("utf-8"))


def physical_properties(css: str) -> list[str]:
    """Sides of the screen instead of sides of the text; conditions of media queries have no logical form."""
    return [found.strip(" ;{\n:") for found in PHYSICAL.findall(MEDIA_QUERY.sub("", css))]


@pytest.mark.parametrize("stylesheet", STYLESHEETS, ids=lambda path: path.name)
def test_stylesheet__knows_no_left_and_right(stylesheet: Path) -> None:
    assert physical_properties(rules(stylesheet)) == []


@pytest.mark.parametrize(
    "css",
    [
        "a { margin-left: 0; }",
        "a{left:0}",
        "a { width: 1px; }",
        "a { text-align: right; }",
        "a { border-top-left-radius: 0 }",
    ],
)
def test_lint__finds_physical_properties(css: str) -> None:
    assert physical_properties(css)


@pytest.mark.parametrize(
    "css", ["@media (min-width: 64em) { a { inline-size: 1px; } }", "a { border-width: 1px; }"]
)
def test_lint__lets_logical_ones_pass(css: str) -> None:
    assert not physical_properties(css)


@pytest.mark.parametrize("stylesheet", STYLESHEETS, ids=lambda path: path.name)
def test_stylesheet__every_rule_is_in_a_known_layer(stylesheet: Path) -> None:
    depth, outside = 0, ""
    for character in rules(stylesheet):
        depth += (character == "{") - (character == "}")
        if depth == 0:
            outside += character
    statements = [part.strip() for part in re.split(r"[;}]", outside) if part.strip()]
    names = [name.strip() for part in statements for name in part.removeprefix("@layer").split(",")]
    assert depth == 0
    assert all(part.startswith("@layer ") for part in statements)
    assert set(names) <= set(LAYERS)


def test_tokens__declare_the_order_of_layers() -> None:
    declared = re.search(r"@layer ([\w, ]+);", rules(STATIC / "css/tokens.css"))
    assert declared is not None
    assert declared[1].split(", ") == LAYERS


@pytest.mark.parametrize("stylesheet", STYLESHEETS, ids=lambda path: path.name)
def test_stylesheet__asks_no_other_host_and_overrides_nothing_by_force(stylesheet: Path) -> None:
    css = rules(stylesheet)
    assert "@import" not in css
    assert not re.search(r"url\(\s*[\"']?(?:https?:)?//", css)
    assert "!important" not in css


@pytest.mark.parametrize("stylesheet", STYLESHEETS, ids=lambda path: path.name)
def test_stylesheet__moves_only_for_those_who_accept_motion(stylesheet: Path) -> None:
    css = rules(stylesheet)
    accepted = re.sub(
        r"@media \(prefers-reduced-motion: no-preference\) \{.*?\n  \}\n", "", css, flags=re.DOTALL
    )
    assert not re.search(r"\b(?:transition|animation|scroll-behavior)\b", accepted)


@pytest.mark.parametrize("stylesheet", STYLESHEETS, ids=lambda path: path.name)
def test_stylesheet__takes_colours_from_the_tokens(stylesheet: Path) -> None:
    if stylesheet.name == "tokens.css":
        return
    colours = set(re.findall(r"#[0-9a-f]{3,8}\b", rules(stylesheet)))
    assert colours <= {"#000000", "#000000b3"}, (
        "only paper and the veil behind the menu are black by themselves"
    )


def test_stylesheets__every_token_used_is_defined() -> None:
    everything = "".join(rules(stylesheet) for stylesheet in STYLESHEETS)
    used = set(re.findall(r"var\((--[\w-]+)", everything))
    assert used <= set(re.findall(r"(--[\w-]+):", everything))


@pytest.mark.parametrize("extra", [None, *sorted(OF_ONE_PAGE)])
def test_stylesheets__stay_within_the_budget(extra: str | None) -> None:
    loaded = [path for path in STYLESHEETS if path.name not in OF_ONE_PAGE or path.name == extra]
    contents = [path.read_bytes() for path in loaded]
    assert sum(map(len, contents)) <= CSS_RAW
    assert sum(len(gzip.compress(content, 9)) for content in contents) <= CSS_PACKED


def test_script__stays_within_the_budget() -> None:
    scripts = [path.read_bytes() for path in (STATIC / "js").glob("*.js")]
    assert sum(map(len, scripts)) <= SCRIPT_RAW
    assert sum(len(gzip.compress(script, 9)) for script in scripts) <= SCRIPT_PACKED
