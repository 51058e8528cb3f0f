"""The lists of the contacts, each with somebody who reads all of it."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

LISTS = {
    "/kontakter/": "samordnare",
    "/kontakter/?vakant=on": "medarbetare",
    "/kontakter/tackning/": "medarbetare",
    "/samverkan/": "samordnare",
    "/samverkan/bra/": "medarbetare",
    "/samverkan/fragor/": "medarbetare",
    "/dialog/": "dialog",
    "/dialog/?ar=2025": "medarbetare",
    "/vagledning/": "medarbetare",
    "/vagledning/ko/": "forum",
    "/vagledning/statistik/": "forum",
    "/granskning/lasning/": "granskning",
    "/handlingsplan/ansvar/": "medarbetare",
}


def queries(client: Client, address: str) -> int:
    """When caches are warm."""
    assert client.get(address).status_code == 200, address
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)
