"""The log is never a register of persons or beliefs (domain.md, harm 1): the fields are these and no others."""

import re

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from wagtail.models import Page

from contacts.dialogue.entry_page import DialogueEntryPage
from contacts.dialogue.kinds import Theme
from contacts.dialogue.participant import DialogueParticipant
from contacts.functions.person import ContactPerson

# A new one is a decision: who could be harmed by it, and does the DPIA say so?
FIELDS = {
    DialogueEntryPage: {
        "page_ptr", "date", "kind", "meeting", "themes", "agreed", "follow_up", "follow_up_owner", "follow_up_due",
        "done_on",
    },
    DialogueParticipant: {"id", "sort_order", "page", "organisation"},
}  # fmt: skip
ABOUT_PERSONS = re.compile(
    r"(^|_)(faith|belief|religion|church|opinion|ideology|ethnicity|victim|suspect|perpetrator|attendees?|pupil|client|"
    r"personal_identity_number|birth_?date|score|rank|rating)($|_)"
)


@pytest.mark.parametrize("model", FIELDS, ids=lambda model: model.__name__)
def test_fields__are_exactly_these(model: type) -> None:
    inherited = {field.name for field in Page._meta.get_fields()}
    names = {field.name for field in model._meta.concrete_fields} - (inherited - {"id"})  # type: ignore[attr-defined]
    assert names - {"id"} == FIELDS[model] - {"id"}


@pytest.mark.parametrize("model", FIELDS, ids=lambda model: model.__name__)
def test_fields__none_leads_to_a_person(model: type) -> None:
    own = [field for field in model._meta.concrete_fields if field.name in FIELDS[model]]  # type: ignore[attr-defined]
    assert not {field.related_model for field in own} & {get_user_model(), ContactPerson}


def test_contacts__no_field_is_about_somebody_who_is_the_subject_of_a_matter() -> None:
    named = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("contacts").get_models()
        for field in model._meta.local_fields
        if ABOUT_PERSONS.search(field.name)
    ]
    assert not named


def test_themes__none_is_a_belief() -> None:
    assert not [theme for theme in Theme if ABOUT_PERSONS.search(theme.value)]
