"""An existing plan goes in: the admin's two steps, as an editor takes them."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.documents import get_document_model

from handslag import clock
from plan_pages.importing.waiting_files import FOLDER, KEPT, purge_waiting_files
from plan_pages.models import ActionPlanPage, Edition, EditionSeries, Registration
from tests.handslag.privacy.synthetic import NUMBER
from tests.support import plans
from tests.support.factories import UserFactory, make_site
from tests.support.plan_files import HEADINGS, TEXT

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/plan/importera/"


@pytest.fixture(autouse=True)
def site(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path)
    make_site()
    plans.municipality()


@pytest.fixture
def editor() -> Client:
    return client_with("editor")


def client_with(*roles: str) -> Client:
    user = UserFactory(roles=roles)
    user.groups.get(name=roles[0]).permissions.add(*admin_permission())
    client = Client()
    client.force_login(user)
    return client


def admin_permission() -> Any:
    return Permission.objects.filter(codename="access_admin")


def upload(client: Client, text: str = TEXT, name: str = "plan.txt") -> Any:
    return client.post(ADDRESS, {"file": SimpleUploadedFile(name, text.encode())})


def fields_of(answer: Any, **changes: Any) -> dict[str, Any]:
    """What the browser would send from the second step."""
    save, places = answer.context["save_form"], answer.context["places"]
    found: dict[str, Any] = {name: save[name].value() for name in save.fields}
    for form in [places.management_form, *places]:
        for field in form:
            value = field.value()
            found[field.html_name] = getattr(value, "pk", value)
    found |= changes
    return {name: value for name, value in found.items() if value not in (None, False)}


def nothing_is_saved() -> bool:
    return not (
        ActionPlanPage.objects.exists()
        or EditionSeries.objects.exists()
        or Registration.objects.exists()
        or get_document_model().objects.exists()
    )


def test_preview__shows_what_was_found_and_saves_nothing(editor: Client) -> None:
    answer = upload(editor)
    page = answer.content.decode()
    assert answer.status_code == 200 and nothing_is_saved()
    assert all(heading in page for heading in HEADINGS) and "samordnare, chefer" in page
    assert "3 föreslagna åtaganden" in page and "010-000 00 00" in page
    for anchor in re.findall(r'href="#(atagande-\w+|avsnitt-\w+)"', page):
        assert f'id="{anchor}"' in page, "every finding leads to its place"
    place = answer.context["places"].forms[0]
    assert (place["body"].value(), place["paragraph"].value()) == ("Kommunfullmäktige", "12")
    assert place["registry_number"].value() == "" and "diarienummer" in page


def test_save__makes_draft_source_and_registration_at_once(editor: Client) -> None:
    answer = editor.post(ADDRESS, fields_of(upload(editor)))
    registration = Registration.objects.get()
    assert answer.headers["Location"] == f"/handlingsplan/registrera/{registration.pk}/"
    page = ActionPlanPage.objects.get()
    draft = page.get_latest_revision_as_object().to_document()
    assert [section.heading for section in draft.sections] == HEADINGS
    assert draft.municipalities[0].code == "9901" and not page.live
    assert registration.source.file.read().decode() == TEXT
    assert (
        registration.decisions[0]["paragraph"] == "12" and registration.decisions[0]["registry_number"] == ""
    )
    assert not Edition.objects.exists(), "a second person confirms"
    assert default_storage.listdir(FOLDER)[1] == [], "the waiting file is gone"


def test_save__as_a_draft_registers_nothing(editor: Client) -> None:
    answer = editor.post(ADDRESS, fields_of(upload(editor), decided="no"))
    assert answer.headers["Location"].startswith("/admin/pages/") and not Registration.objects.exists()


def test_save__without_a_municipality_keeps_what_was_typed(editor: Client) -> None:
    changes = {"form-0-included": False, "form-0-registry_number": "KS 2019/7"}
    answer = editor.post(ADDRESS, fields_of(upload(editor), **changes))
    page = answer.content.decode()
    assert answer.status_code == 200 and "Välj minst en kommun." in page and "KS 2019/7" in page
    assert nothing_is_saved()


def test_shared_plan__has_a_decision_per_municipality(editor: Client) -> None:
    plans.municipality("9902", "Aspnäs kommun")
    changes = {"form-0-included": "on", "form-1-included": "on", "form-0-paragraph": "8"}
    editor.post(ADDRESS, fields_of(upload(editor), **changes))
    decisions = Registration.objects.get().decisions
    assert {one["municipality"]["code"]: one["paragraph"] for one in decisions} == {"9901": "12", "9902": "8"}


def test_identity_number_in_the_file__is_refused_before_anything_is_kept(editor: Client) -> None:
    answer = upload(editor, TEXT.replace("Elevhälsan", f"Elevhälsan {NUMBER}"))
    page = answer.content.decode()
    assert "personnummer" in page and NUMBER not in page
    assert nothing_is_saved() and not Path(default_storage.path(FOLDER)).exists()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("plan.docx", b"PK\x03\x04 trasig", "skadad"),
        ("bild.png", b"\x89PNG\r\n\x1a\n....", "bild"),
        ("tom.txt", b"", "tom"),
    ],
)
def test_bad_file__is_refused_with_a_sentence(
    editor: Client, name: str, content: bytes, sentence: str
) -> None:
    answer = editor.post(ADDRESS, {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 200 and sentence in answer.content.decode() and nothing_is_saved()


def test_no_file__asks_for_one(editor: Client) -> None:
    assert "Välj en fil först." in editor.post(ADDRESS, {}).content.decode()


def test_draft_that_is_there__is_replaced_only_when_told_so(editor: Client) -> None:
    page = plans.plan_page()
    before = page.latest_revision_id
    answer = editor.post(ADDRESS, fields_of(upload(editor)))
    assert "Det finns redan ett utkast" in answer.content.decode()
    page.refresh_from_db()
    assert page.latest_revision_id == before
    editor.post(ADDRESS, fields_of(upload(editor), replace_draft="on"))
    page.refresh_from_db()
    assert page.revisions.filter(pk=before).exists() and page.latest_revision_id != before
    assert ActionPlanPage.objects.count() == 1


def test_after_a_decision_here__only_a_draft_can_be_imported(editor: Client) -> None:
    plans.adopt(plans.plan_page())
    answer = upload(editor)
    assert "decided" not in answer.context["save_form"].fields
    assert "paragraph" not in answer.context["places"].forms[0].fields
    assert "kan bara bli ett utkast" in answer.content.decode()
    editor.post(ADDRESS, fields_of(answer, replace_draft="on", decided="yes"))
    assert not Registration.objects.exists() and Edition.objects.count() == 1


def test_waiting_file__is_its_uploaders_only(editor: Client) -> None:
    fields = fields_of(upload(editor))
    other = client_with("editor")
    assert other.post(ADDRESS, fields).headers["Location"] == ADDRESS and nothing_is_saved()
    fields["token"] += "x"
    assert editor.post(ADDRESS, fields).headers["Location"] == ADDRESS and nothing_is_saved()


def test_waiting_file__is_forgotten_after_a_day(editor: Client) -> None:
    upload(editor)
    assert purge_waiting_files() == 0
    with clock.set_to(clock.now() + 2 * KEPT):
        assert purge_waiting_files() == 1
    assert default_storage.listdir(FOLDER)[1] == []


@pytest.mark.parametrize("role", ["reviewer", "coordinator", "auditor"])
def test_page__is_for_editors(role: str) -> None:
    client = client_with(role)
    assert client.get(ADDRESS).status_code in {302, 403} and upload(client).status_code in {302, 403}
    assert nothing_is_saved()
