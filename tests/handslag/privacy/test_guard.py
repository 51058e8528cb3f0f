"""The last fence: code, imports and APIs cannot write a number either."""

from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import RequestFactory

from handslag.privacy import guard, scan
from handslag.privacy.messages import PersonalDataFound, is_personal_data
from handslag.privacy.middleware import PersonalDataMiddleware

from . import documents
from .synthetic import NUMBER

pytestmark = pytest.mark.django_db


def test_save__refuses_a_text_field() -> None:
    municipality = apps.get_model("handslag", "Municipality")

    with pytest.raises(PersonalDataFound) as caught:
        municipality.objects.create(name=f"Prov {NUMBER}", code="0000")

    assert "0017" not in str(caught.value)
    assert not municipality.objects.filter(code="0000").exists()


def test_save__refuses_a_page_and_its_draft(guide: Any) -> None:
    guide.situation = NUMBER
    with pytest.raises(PersonalDataFound):
        guide.save()

    guide.situation = "Lugnt"
    guide.body = [("steps", {"heading": "", "steps": [f"<p>{NUMBER[:4]}<b>{NUMBER[4:]}</b></p>"]})]
    with pytest.raises(ValidationError) as caught:
        guide.save_revision()
    assert is_personal_data(caught.value)
    assert guide.revisions.count() == 0


def test_save__refuses_only_the_named_fields(guide: Any) -> None:
    guide.situation = NUMBER
    guide.seo_title = "Ny"

    guide.save(update_fields=["seo_title"])

    with pytest.raises(PersonalDataFound):
        guide.save(update_fields=["situation"])


def test_save__leaves_deferred_fields_unread(guide: Any, django_assert_max_num_queries: Any) -> None:
    page = type(guide).objects.only("title").get(pk=guide.pk)

    with django_assert_max_num_queries(0):
        guard.refuse_instance(page)


def test_save__lets_what_was_there_before_be_handled(guide: Any) -> None:
    """An old row must be possible to unpublish and to clean, and not to make worse."""
    type(guide).objects.filter(pk=guide.pk).update(situation=NUMBER, live=True)
    page = type(guide).objects.get(pk=guide.pk)

    page.unpublish()

    page.situation = f"{NUMBER} igen"
    with pytest.raises(PersonalDataFound):
        page.save()
    page.situation = "Rent"
    page.save()


def test_save__lets_a_fixture_pass() -> None:
    unit = apps.get_model("handslag", "Municipality")(name=NUMBER, code="0000")

    unit.save_base(raw=True)

    assert unit.pk


def test_save__refuses_uploads_by_code() -> None:
    document = apps.get_model("media", "Document")(title="Plan")
    document.file = ContentFile(documents.word(NUMBER), name="plan.docx")

    with pytest.raises(PersonalDataFound):
        document.save()


@pytest.mark.parametrize(
    ("label", "values"),
    [
        ("taggit.Tag", {"name": NUMBER, "slug": "x"}),
        ("auth.Group", {"name": NUMBER}),
        ("wagtailcore.Task", {"name": NUMBER}),
        ("wagtailcore.Workflow", {"name": NUMBER}),
        ("wagtail_localize.StringTranslation", {"data": NUMBER}),
        ("wagtail_localize.String", {"data": NUMBER}),
        ("wagtailcore.Comment", {"text": NUMBER}),
        ("wagtailcore.CommentReply", {"text": NUMBER}),
        ("wagtailcore.TaskState", {"comment": NUMBER}),
        ("wagtailcore.UploadedFile", {"file": ContentFile(NUMBER.encode(), name="plan.txt")}),
        ("wagtailcore.Revision", {"content": {"body": f'[{{"type": "text", "value": "<p>{NUMBER}</p>"}}]'}}),
        ("wagtailforms.FormSubmission", {"form_data": {"nummer": 9001010017}}),
        ("accounts.User", {"email": f"{NUMBER}@handslag.test"}),
        ("accounts.Invitation", {"name": NUMBER}),
        ("media.Image", {"description": NUMBER}),
    ],
)
def test_save__refuses_in_other_packages_models(label: str, values: dict[str, Any]) -> None:
    with pytest.raises(PersonalDataFound):
        apps.get_model(label)(**values).save()


def test_save__ids_and_digests_are_no_numbers() -> None:
    chance = "f47ac10b-58cc-4372-a567-a9001010017f"
    revision = apps.get_model("wagtailcore", "Revision")
    assert scan("a9001010017f")

    guard.refuse_instance(revision(content={"id": chance, "body": [{"id": chance, "value": "<p>Lugnt</p>"}]}))


def test_connect__twice_is_once() -> None:
    field = apps.get_model("wagtailcore", "Comment")._meta.get_field("text")
    before = list(field.validators)

    guard.connect()

    assert field.validators == before


def test_connect__leaves_migrations_alone() -> None:
    for model in apps.get_models():
        for field in model._meta.local_fields:
            validators = field.deconstruct()[3].get("validators", [])
            assert not any(isinstance(validator, guard.NoPersonalData) for validator in validators)


def test_middleware__answers_a_script_with_json_and_a_person_with_a_page(rf: RequestFactory) -> None:
    middleware = PersonalDataMiddleware(lambda request: None)  # type: ignore[arg-type, return-value]  # not called
    found = PersonalDataFound("Rubriken …")

    script = middleware.process_exception(rf.post("/", headers={"accept": "application/json"}), found)
    other = middleware.process_exception(rf.post("/"), ValueError())

    assert script is not None
    assert script.status_code == 400
    assert b'"personal_data"' in script.content
    assert other is None
