"""No model is about a person who is the subject of a matter (domain.md §2, harm 2): whoever adds a name or a link to a
person says here whose it is."""

import re
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model

APPS = ("accounts", "media", "home", "handslag", "plan_pages", "training", "contacts")
# Whose names are kept: those who have or get an account, and those who agreed to stand in the directory.
NAMES_OF_PEOPLE = {"accounts.User", "accounts.Invitation", "contacts.ContactPerson"}
NAMES_OF_THINGS = {
    "media.Image", "media.Document",
    "handslag.SearchDocument", "handslag.Municipality", "handslag.Unit",
    "plan_pages.Edition", "plan_pages.CorrectedFact", "plan_pages.ReferralRound", "plan_pages.ReferralBody",
    "training.CourseMaterial", "training.EarlierTraining", "training.Method",
    "contacts.Organisation", "contacts.FormerName", "contacts.Function", "contacts.FormerFunctionName",
    "contacts.Helpline", "contacts.FormerHelpline", "contacts.Routine", "contacts.RoutineRun",
}  # fmt: skip
# What somebody did with an account, or has of one's own: work, never a matter about that person.
LEADS_TO_A_PERSON = {
    "accounts.Invitation": {"invited_by"},
    "accounts.User_groups": {"user"},
    "accounts.User_user_permissions": {"user"},
    "media.Image": {"uploaded_by_user"},
    "media.Document": {"uploaded_by_user"},
    "handslag.ReadLogEntry": {"user"},
    "handslag.TrashedPage": {"trashed_by"},
    "handslag.Reminder": {"user"},
    "plan_pages.Edition": {"sealed_by"},
    "plan_pages.EditionRedaction": {"redacted_by"},
    "plan_pages.Correction": {"author", "answered_by"},
    "plan_pages.Repeal": {"prepared_by", "answered_by"},
    "plan_pages.CurrencyReview": {"recorded_by"},
    "plan_pages.EditionParticipant": {"user"},
    "plan_pages.Matter": {"submitted_by"},
    "plan_pages.RevisionProposal": {"raised_by"},
    "plan_pages.ProposalAnswer": {"answered_by"},
    "plan_pages.Registration": {"imported_by", "answered_by"},
    "plan_pages.Amendment": {"entered_by", "checked_by"},
    "plan_pages.Authorship": {"user"},
    "plan_pages.RoadEvent": {"actor"},
    "plan_pages.Opinion": {"member"},
    "plan_pages.GuestReviewer": {"user"},
    "plan_pages.RecordedDecision": {"recorded_by"},
    "plan_pages.ReferralRound": {"opened_by", "closed_by"},
    "plan_pages.ReferralReply": {"entered_by", "handled_by"},
    "plan_pages.Review": {"reviewer"},
    "training.EarlierTraining": {"person", "decided_by"},
    "training.UnitManager": {"person"},
    "training.FeedKey": {"person"},
    "training.Registration": {"person"},
    "contacts.Holding": {"person"},
    "contacts.Helpline": {"verified_by"},
    "contacts.GuidanceRequest": {"asked_by", "assigned_to"},
    "contacts.Dissemination": {"entered_by"},
    "contacts.RoutineRun": {"begun_by", "ended_by"},
    "contacts.StepSignature": {"signed_by", "withdrawn_by"},
}
SUBJECTS = re.compile(
    r"subject|client|pupil|student|child|youth|citizen|resident|suspect|victim|patient|case|individual",
    re.IGNORECASE,
)


def models() -> list[Any]:
    return [
        model for label in APPS for model in apps.get_app_config(label).get_models(include_auto_created=True)
    ]


def test_names__are_of_things_or_of_people_who_work_here() -> None:
    named = {
        model._meta.label
        for model in models()
        if {"name", "label", "title"} & {field.name for field in model._meta.local_fields}
    }
    assert named == NAMES_OF_PEOPLE | NAMES_OF_THINGS


def test_links__to_people_are_those_that_were_judged() -> None:
    people = {get_user_model(), apps.get_model("contacts.ContactPerson")}
    found = {
        model._meta.label: names
        for model in models()
        if (names := {field.name for field in model._meta.local_fields if field.related_model in people})
    }
    assert found == LEADS_TO_A_PERSON


def test_models__none_is_called_after_who_a_matter_is_about() -> None:
    assert not [model._meta.label for model in models() if SUBJECTS.search(model.__name__)]
