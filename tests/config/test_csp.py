"""The content policies, and a list of every inline script in the packages that would break under them."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.template.loader import get_template
from django.test import Client
from wagtail.admin.widgets import AdminPageChooser
from wagtail.admin.widgets.chooser import BaseChooser

from config.csp import ADMIN_POLICY, FRONT_POLICY
from home.editors.chooser_starts import render_with_start, start_context

INLINE_SCRIPT = re.compile(r"<script\b(?![^>]*\b(?:src|type=[\"']application/json[\"']))[^>]*>")
EVENT_ATTRIBUTE = re.compile(r"<[^>]*\son[a-z]+=", re.IGNORECASE)
SCRIPT_ADDRESS = re.compile(r"<script\b[^>]*\bsrc=[\"']?(.*?)[\"']?(?:\s[^>%]*)?></script>")

# Templates of these packages with an inline script that the site replaces by one of the same name.
REPLACED = {
    "wagtailadmin/panels/inline_panel.html",
    "wagtailadmin/panels/multiple_chooser_panel.html",
    "wagtailadmin/widgets/date_input.html",
    "wagtailadmin/widgets/datetime_input.html",
    "wagtailadmin/widgets/time_input.html",
    "wagtail_localize/admin/edit_translation.html",
    "wagtail_localize/admin/submit_translation.html",
}
PACKAGES = ("wagtail", "wagtail_localize", "taggit", "django_filters", "allauth")


def templates_with_inline_scripts() -> Iterator[tuple[str, Path]]:
    for config in apps.get_app_configs():
        folder = Path(config.path) / "templates"
        if config.name.split(".")[0] not in PACKAGES:
            continue
        for path in sorted(folder.rglob("*.html")):
            text = path.read_text()
            if INLINE_SCRIPT.search(text) or EVENT_ATTRIBUTE.search(text):
                yield path.relative_to(folder).as_posix(), path


def test_inline_scripts__are_those_we_know() -> None:
    """A release that brings a new one needs a template of ours, or its pages break without a word."""
    assert {name for name, _path in templates_with_inline_scripts()} == REPLACED


@pytest.mark.parametrize("name", sorted(REPLACED))
def test_replaced_template__is_ours_and_has_no_inline_script(name: str) -> None:
    origin = Path(get_template(name).origin.name)
    assert "site-packages" not in origin.parts
    assert not INLINE_SCRIPT.search(origin.read_text())


@pytest.mark.parametrize(
    "name", ["wagtail_localize/admin/edit_translation.html", "wagtail_localize/admin/submit_translation.html"]
)
def test_replaced_template__loads_every_file_of_the_original(name: str) -> None:
    original = next(path for found, path in templates_with_inline_scripts() if found == name)
    ours = Path(get_template(name).origin.name)

    def addresses(path: Path) -> set[str]:
        return {found.replace("'", '"') for found in SCRIPT_ADDRESS.findall(path.read_text())}

    assert addresses(original) <= addresses(ours)
    assert addresses(original)


def test_chooser__still_writes_a_script_of_its_own() -> None:
    """When this fails, Wagtail has moved the script away and home.editors.chooser_starts can go."""
    assert "<script>" in inspect.getsource(inspect.getmodule(BaseChooser))
    assert BaseChooser.render is render_with_start


@pytest.mark.django_db
def test_chooser__names_what_starts_it() -> None:
    html = AdminPageChooser().render("page", None, {"id": "id_page"})
    assert "<script" not in html
    assert 'data-handslag-start-name-value="PageChooser"' in html
    assert 'data-handslag-start-target-value="id_page"' in html


@pytest.mark.parametrize(
    ("script", "context"),
    [
        ('new Chooser("id_a", {"b": [1]});', {"name": "Chooser", "target": "id_a", "options": '{"b": [1]}'}),
        ('createTaskChooser("id_t");', {"name": "createTaskChooser", "target": "id_t", "options": ""}),
    ],
)
def test_start_context__reads_what_wagtail_writes(script: str, context: dict[str, str]) -> None:
    assert start_context(script) == context


def test_policies__allow_no_inline_or_evaluated_script() -> None:
    assert FRONT_POLICY["default-src"] == ["'self'"]
    assert not [name for name in FRONT_POLICY if name.endswith(("-src", "-src-elem", "-src-attr")) and name not in
                {"default-src", "object-src"}]  # fmt: skip
    for name in ("script-src", "script-src-attr"):
        assert "'unsafe-inline'" not in ADMIN_POLICY[name]
        assert "'unsafe-eval'" not in ADMIN_POLICY[name]
    for sources in ADMIN_POLICY.values():
        assert not [source for source in sources if "//" in source or source == "*"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/konto/login/", False),
        ("/finns-inte/", False),
        ("/administration/", False),
        ("/admin/sprite/", True),
    ],
)
def test_answer__carries_the_policy_of_its_part(client: Client, path: str, expected: bool) -> None:
    """Redirects and error pages too."""
    policy = client.get(path)["Content-Security-Policy"]
    assert ("script-src" in policy) is expected
    assert "frame-ancestors 'self'" in policy
