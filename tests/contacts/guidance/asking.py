"""Somebody who asks, the forum, and the shortest ways to a request."""

import uuid
from typing import Any

from django.test import Client

from contacts.guidance.acting import ask
from contacts.guidance.request import GuidanceRequest
from tests.support.factories import UserFactory

START, QUEUE = "/vagledning/", "/vagledning/ko/"
QUESTION = "Hur tar vi emot klotter med sifferkoder utan att göra det större än det är?"


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def member() -> Any:
    return UserFactory(roles=["staff", "forum"])


def asked(by: Any = None, **fields: Any) -> GuidanceRequest:
    particulars = {"situation": "symbols", "urgency": "week", "question": QUESTION, **fields}
    return ask(by or UserFactory(), uuid.uuid4(), **particulars)[0]


def address(found: GuidanceRequest) -> str:
    return f"{START}{found.number}/"


def sent(client: Client, found: GuidanceRequest, step: str, **data: Any) -> Any:
    return client.post(address(found), {"step": step, **data})
