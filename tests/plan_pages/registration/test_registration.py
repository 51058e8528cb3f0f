"""Four eyes on a plan that was decided before: who may confirm, what is sealed, and what happens in between."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.test import Client
from wagtail.models import Page

from handslag.reminders.running import remind
from plan_pages.documents.head import DecisionRecord
from plan_pages.documents.model import Place
from plan_pages.importing.document import to_document
from plan_pages.importing.reader import read_plan_from
from plan_pages.importing.saving import ImportOrder, save_import
from plan_pages.models import Edition, EditionParticipant, Registration
from plan_pages.registration.models import RegistrationState
from plan_pages.seal.verifying import verify
from tests.support import plans
from tests.support.factories import UserFactory, make_site
from tests.support.mail import MailSink
from tests.support.plan_files import HEADINGS, TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def importer() -> Any:
    return UserFactory(roles=["editor"])


@pytest.fixture
def waiting(settings: Any, tmp_path: Path, importer: Any) -> Registration:
    settings.MEDIA_ROOT = str(tmp_path)
    make_site()
    town = plans.municipality()
    plan = read_plan_from(TEXT.encode(), "plan.txt")
    record = DecisionRecord(
        municipality=Place(code=town.code, name=town.name),
        body_type="council",
        body="Kommunfullmäktige",
        meeting_date=plan.decision.date,
        paragraph=plan.decision.paragraph or "",
    )
    order = ImportOrder(to_document(plan), [town], TEXT.encode(), "plan.txt", [record], user=importer)
    registration = save_import(order).registration
    assert registration is not None
    return registration


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address(registration: Registration) -> str:
    return f"/handlingsplan/registrera/{registration.pk}/"


def confirm(client: Client, registration: Registration, **changes: Any) -> Any:
    compared = Page.objects.get(pk=registration.revision.object_id).latest_revision_id
    return client.post(
        address(registration), {"way": "confirm", "same": "on", "compared": compared, **changes}, follow=True
    )


@pytest.mark.parametrize(
    ("roles", "sees", "confirms"),
    [
        (["editor"], True, True),
        (["reviewer"], True, True),
        (["board_secretary"], True, True),
        (["coordinator"], True, True),
        (["board"], False, False),
        (["steering_group"], False, False),
        (["auditor"], False, False),
        (["staff"], False, False),
    ],
)
def test_second_person__by_role(waiting: Registration, roles: list[str], sees: bool, confirms: bool) -> None:
    client = signed_in(UserFactory(roles=roles))
    assert client.get(address(waiting)).status_code == (200 if sees else 404)
    confirm(client, waiting)
    assert Edition.objects.exists() is confirms


def test_confirming__seals_edition_one_as_registered_with_its_gaps(
    waiting: Registration, importer: Any
) -> None:
    second = UserFactory(roles=["board_secretary"])
    page = confirm(signed_in(second), waiting).content.decode()
    edition = Edition.objects.get()
    assert (str(edition.number), edition.kind) == ("1", "registered") and list(verify()) == []
    assert all(heading in page for heading in HEADINGS)
    assert "2019-02-18, § 12" in page and page.count("Inte angivet") >= 2
    assert "Det beslutade dokumentet" in page
    took_part = EditionParticipant.objects.values_list("user_id", "role")
    assert set(took_part) == {(importer.pk, "registrar"), (second.pk, "confirmer")}
    waiting.refresh_from_db()
    assert waiting.state == RegistrationState.CONFIRMED and waiting.edition == edition


@pytest.mark.parametrize("is_superuser", [False, True])
def test_importer__is_barred_and_told_why(waiting: Registration, importer: Any, is_superuser: bool) -> None:
    importer.is_superuser = is_superuser
    importer.save()
    client = signed_in(importer)
    assert "någon annan jämför" in client.get(address(waiting)).content.decode()
    page = confirm(client, waiting).content.decode()
    assert "någon annan jämför" in page and not Edition.objects.exists()


def test_second_person__is_mailed_when_the_plan_has_been_imported(
    request: pytest.FixtureRequest,
    mail_sink: MailSink,
    django_capture_on_commit_callbacks: Any,
) -> None:
    second = UserFactory(roles=["board_secretary"])
    with django_capture_on_commit_callbacks(execute=True):
        waiting = request.getfixturevalue("waiting")
    assert [message["To"] for message in mail_sink.messages] == [second.email]
    assert f"http://testserver{address(waiting)}" in mail_sink.messages[0].get_content()
    # Sent back and imported anew, it is new.
    for state in (RegistrationState.RETURNED, RegistrationState.WAITING):
        Registration.objects.update(state=state)
        remind()
    assert len(mail_sink.messages) == 2


def test_who_changed_the_text_since__is_barred_too(waiting: Registration) -> None:
    changer = UserFactory(roles=["reviewer", "editor"])
    page = waiting.revision.content_object
    plans.draft(page, page.get_latest_revision_as_object().to_document(), user=changer)
    confirm(signed_in(changer), waiting)
    assert not Edition.objects.exists()


def test_text_changed_in_between__asks_for_another_look(waiting: Registration) -> None:
    client = signed_in(UserFactory(roles=["reviewer"]))
    page = waiting.revision.content_object
    plans.draft(page, plans.document(2), user=UserFactory(roles=["editor"]))
    text = confirm(client, waiting, compared=waiting.revision_id).content.decode()
    assert "jämför en gång till" in text and not Edition.objects.exists()
    confirm(client, waiting)
    assert Edition.objects.get().revision_id == page.revisions.order_by("pk").last().pk


def test_untick__is_said_at_the_top_and_nothing_happens(waiting: Registration) -> None:
    answer = confirm(signed_in(UserFactory(roles=["reviewer"])), waiting, same="")
    assert answer.status_code == 422 and "Kryssa för" in answer.content.decode()
    assert not Edition.objects.exists()


def test_returning__needs_a_note_that_everyone_concerned_reads(waiting: Registration, importer: Any) -> None:
    client = signed_in(UserFactory(roles=["reviewer"]))
    assert "Skriv vad som skiljer" in client.post(address(waiting), {"way": "return"}).content.decode()
    client.post(address(waiting), {"way": "return", "note": "Avsnitt 2 saknar en mening."})
    waiting.refresh_from_db()
    assert waiting.state == RegistrationState.RETURNED
    assert "Avsnitt 2 saknar en mening." in signed_in(importer).get(address(waiting)).content.decode()
    assert "redan besvarad" in confirm(client, waiting).content.decode() and not Edition.objects.exists()


def test_withdrawing__is_for_who_imported_it(waiting: Registration, importer: Any) -> None:
    signed_in(UserFactory(roles=["reviewer"])).post(address(waiting), {"way": "withdraw"})
    waiting.refresh_from_db()
    assert waiting.state == RegistrationState.WAITING
    signed_in(importer).post(address(waiting), {"way": "withdraw"})
    waiting.refresh_from_db()
    assert waiting.state == RegistrationState.WITHDRAWN


def test_answered_registration__is_not_answered_again(waiting: Registration) -> None:
    confirm(signed_in(UserFactory(roles=["reviewer"])), waiting)
    text = confirm(signed_in(UserFactory(roles=["reviewer"])), waiting).content.decode()
    assert "redan besvarad" in text and Edition.objects.count() == 1


def test_start_page__shows_it_to_the_second_person_only(waiting: Registration, importer: Any) -> None:
    title = "Jämför den inlästa planen med källan"
    assert title in signed_in(UserFactory(roles=["board_secretary"])).get("/").content.decode()
    assert title not in signed_in(importer).get("/").content.decode()
    assert title not in signed_in(UserFactory(roles=["staff"])).get("/").content.decode()


def test_four_eyes__are_a_constraint_of_the_database(waiting: Registration, importer: Any) -> None:
    confirm(signed_in(UserFactory(roles=["reviewer"])), waiting)
    with pytest.raises(IntegrityError, match="registration_has_four_eyes"), transaction.atomic():
        Registration.objects.update(answered_by=importer)
    assert get_user_model().objects.count() == 2


def test_draft_that_is_not_finished__is_not_sealed(waiting: Registration) -> None:
    page = waiting.revision.content_object.get_latest_revision_as_object()
    raw = page.sections.get_prep_value()
    raw[0]["value"]["heading"] = ""
    page.sections = page.sections.stream_block.to_python(raw)
    page.save_revision(clean=False, user=UserFactory(roles=["editor"]))
    text = confirm(signed_in(UserFactory(roles=["reviewer"])), waiting).content.decode()
    assert "Avsnitt 1 har ingen rubrik." in text and not Edition.objects.exists()


@pytest.mark.parametrize(
    "address", ["/admin/documents/delete/{pk}/", "/admin/bulk/media/document/delete/?id={pk}"]
)
def test_source__cannot_be_deleted_and_the_admin_says_so(waiting: Registration, address: str) -> None:
    administrator = signed_in(UserFactory(is_superuser=True))
    answer = administrator.post(address.format(pk=waiting.source_id))
    assert answer.status_code == 409 and "Inget togs bort" in answer.content.decode()
    assert "Registration" not in answer.content.decode()
    assert administrator.get(waiting.source.url).status_code == 200
