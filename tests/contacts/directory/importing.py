"""A file of contacts as the coordinator sends it in: chosen, shown, saved."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client

from handslag.places.models import Municipality
from tests.support.clients import client_of
from tests.support.factories import make_site

ADDRESS = "/kontakter/importera/"
HEAD = "organisation;kommun;slag;nivåer;tidigare namn;del av;telefon;funktion;ansvarar för\n"


def made_coordinator() -> Client:
    make_site()
    call_command("setup_roles")
    Municipality.objects.create(name="Björkmarks kommun", code="9901")
    return client_of("coordinator", "staff")


def choose(client: Client, content: str | bytes, name: str = "kontakter.csv") -> Any:
    data = content.encode() if isinstance(content, str) else content
    return client.post(ADDRESS, {"file": SimpleUploadedFile(name, data)})


def save(client: Client, preview: Any, *skip: int) -> Any:
    return client.post(ADDRESS, {"text": preview.context["text"], "skip": skip})


def places(preview: Any) -> list[tuple[int, str]]:
    return [(error.row, str(error.column)) for error in preview.context["plan"].errors]
