"""The contacts' lists ask the database as often for a few rows as for some hundred; `make bench` measures thousands."""

import pytest
from django.test import Client

from contacts.demo import load_directory
from tests.support.bodies import body
from tests.support.contact_samples.filling import fill
from tests.support.contact_samples.lists import LISTS, queries
from tests.support.dialogue import dialogue_log
from tests.support.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.both_databases]

FEW, MANY = 10, 300
ROLES = {"samordnare": "coordinator", "dialog": "dialogue", "forum": "forum", "granskning": "auditor"}
MOST = 15


def test_lists__ask_as_often_for_ten_rows_as_for_hundreds() -> None:
    council = body(title="Brå", slug="bra", interval_days=90)
    dialogue_log(council.get_parent().get_parent().specific).save_revision().publish()
    load_directory()
    reader = UserFactory(roles=["staff"])
    clients = {}
    for address, account in LISTS.items():
        clients[address] = Client()
        clients[address].force_login(UserFactory(roles=["staff", *filter(None, [ROLES.get(account)])]))
    # What the plan says is of another app.
    del clients["/handlingsplan/ansvar/"]
    fill(0, FEW, reader)
    few = {address: queries(client, address) for address, client in clients.items()}
    fill(FEW, MANY, reader)
    many = {address: queries(client, address) for address, client in clients.items()}
    assert many == few
    assert not {path: asked for path, asked in few.items() if asked > MOST}, few
