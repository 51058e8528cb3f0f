"""A text field is scanned, or says why not: a field that somebody adds and forgets is an error."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.core.checks.registry import registry
from django.db import models

from handslag.privacy import registration
from handslag.privacy.checks import check_text_fields
from handslag.privacy.registration import exemption, guarded_fields, is_guarded, scanned


@pytest.fixture
def forgotten() -> Iterator[type[models.Model]]:
    """A model of the house that nobody registered."""

    class Forgotten(models.Model):  # noqa: DJ008 - is never shown
        words = models.TextField()
        level = models.CharField(max_length=3, choices=[("low", "low")])
        amount = models.IntegerField()

        class Meta:
            app_label = "handslag"

    yield Forgotten
    del apps.all_models["handslag"]["forgotten"]
    registration._exemptions.pop(Forgotten, None)
    apps.clear_cache()


def messages() -> list[str]:
    return [error.msg for error in check_text_fields() if error.id == "handslag.E001"]


def test_check__the_house_is_in_order() -> None:
    assert messages() == []


def test_check__names_the_forgotten_field_and_only_that(forgotten: type[models.Model]) -> None:
    (message,) = messages()

    assert message.startswith("handslag.Forgotten.words ")
    assert check_text_fields in registry.registered_checks


def test_check__is_content_with_scanning_or_a_reason(forgotten: type[models.Model]) -> None:
    scanned(forgotten, exempt={"words": "made by the program"})
    assert messages() == []
    assert guarded_fields(forgotten) == ()

    scanned(forgotten)
    assert messages() == []
    assert [field.name for field in guarded_fields(forgotten)] == ["words"]


def test_scanned__demands_a_reason() -> None:
    with pytest.raises(ValueError, match="reason"):
        scanned(exempt={"words": " "})(models.Model)


def test_registration__every_page_type_is_guarded_with_its_own_fields() -> None:
    page = apps.get_model("wagtailcore", "Page")
    for model in apps.get_models():
        if issubclass(model, page):
            assert is_guarded(model)
            names = {field.name for field in guarded_fields(model)}
            assert {"title", "slug", "search_description"} <= names
    assert {"situation", "body"} <= {
        field.name for field in guarded_fields(apps.get_model("home", "GuidePage"))
    }
    assert exemption(page, "path")


def test_registration__the_sites_own_user_image_and_document_are_guarded() -> None:
    for label in ("accounts.User", "media.Image", "media.Document"):
        assert is_guarded(apps.get_model(label))
    assert "password" not in {field.name for field in guarded_fields(apps.get_model("accounts", "User"))}
