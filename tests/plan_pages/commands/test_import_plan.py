"""`manage.py import_plan`: shows, saves, registers; says in one sentence why not."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from plan_pages.models import ActionPlanPage, Edition, EditionSeries, Registration
from tests.handslag.privacy.synthetic import NUMBER
from tests.support import plans
from tests.support.factories import UserFactory, make_site
from tests.support.plan_files import HEADINGS, TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path / "media")
    make_site()
    plans.municipality()
    place = tmp_path / "plan.txt"
    place.write_text(TEXT)
    return place


def said(*arguments: Any, **options: Any) -> str:
    out = StringIO()
    call_command("import_plan", *arguments, stdout=out, **options)
    return out.getvalue()


def headings() -> list[str]:
    page = ActionPlanPage.objects.get().get_latest_revision_as_object()
    return [section.heading for section in page.to_document().sections]


@pytest.mark.parametrize("as_json", [True, False])
def test_dry_run__shows_and_saves_nothing(file: Path, as_json: bool) -> None:
    shown = said(file, dry_run=True, as_json=as_json)
    assert all(heading in shown for heading in HEADINGS)
    if as_json:
        found = json.loads(shown)
        assert found["decision"]["body"] == "kommunfullmäktige" and found["decision"]["date"] == "2019-02-18"
    assert not ActionPlanPage.objects.exists() and not EditionSeries.objects.exists()


def test_without_a_name__it_becomes_a_draft_and_nothing_waits(file: Path) -> None:
    assert "Saved as the draft of page" in said(file)
    assert headings() == HEADINGS
    assert not Registration.objects.exists() and not Edition.objects.exists()


@pytest.mark.parametrize(("options", "waits"), [({}, 1), ({"draft": True}, 0)])
def test_with_a_name__it_waits_for_a_second_person(file: Path, options: dict[str, Any], waits: int) -> None:
    user = UserFactory(roles=["editor"])
    shown = said(file, user=user.email.upper(), **options)
    assert Registration.objects.filter(imported_by=user).count() == waits
    assert ("waits for a second person" in shown) is bool(waits)


def test_draft_that_is_there__is_replaced_only_when_told_so(file: Path) -> None:
    said(file)
    file.write_text(TEXT.replace("Skolans roll", "Skolan"))
    with pytest.raises(CommandError, match="Det finns redan ett utkast"):
        said(file)
    assert headings() == HEADINGS
    said(file, replace_draft=True)
    assert "Skolan" in headings() and ActionPlanPage.objects.count() == 1


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"municipality": ["0000"]}, "no municipality with the code 0000"),
        ({"user": "ingen@kommun.test"}, "no account with this address"),
    ],
)
def test_wrong_options__are_said_and_nothing_is_saved(
    file: Path, options: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(CommandError, match=sentence):
        said(file, **options)
    assert not ActionPlanPage.objects.exists()


def test_several_municipalities__must_be_named(file: Path) -> None:
    plans.municipality("9902", "Aspnäs kommun")
    with pytest.raises(CommandError, match="for whom the plan is"):
        said(file)
    said(file, municipality=["9901", "9902"])
    assert ActionPlanPage.objects.get().get_latest_revision_as_object().municipalities.count() == 2


def test_identity_number__is_refused_without_being_repeated(file: Path) -> None:
    file.write_text(TEXT.replace("Elevhälsan", f"Elevhälsan {NUMBER}"))
    with pytest.raises(CommandError) as refusal:
        said(file)
    assert "personnummer" in str(refusal.value) and NUMBER not in str(refusal.value)
    assert not ActionPlanPage.objects.exists()
