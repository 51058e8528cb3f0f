"""What was learned elsewhere: written by the forum and the coordinator, read and found by everybody."""

import uuid
from typing import Any

import pytest
from django.test import Client

from handslag.search.models import SearchDocument
from tests.support.occasions import client_of
from training.experiences.experience import Experience

pytestmark = pytest.mark.usefixtures("today")
ALL = "/utbildning/erfarenheter/"
SAID = {
    "kind": "study_visit",
    "subject": "Lillsjös trygghetsvärdar",
    "held_on": "2026-02-10",
    "place": "Lillsjö",
    "participants": "4",
    "learned": "Korta återkommande samtal fungerar bättre än en lång föreläsning.",
    "changes": "Vi prövar det på två skolor.",
}


def sent(client: Client, path: str = f"{ALL}ny/", **changes: str) -> Any:
    return client.post(path, {"token": str(uuid.uuid4()), **SAID, **changes})


def test_experience__is_written_by_some_and_read_and_found_by_all(
    django_capture_on_commit_callbacks: Any,
) -> None:
    assert [sent(client_of("staff", role)).status_code for role in ("editor", "auditor")] == [404, 404]
    forum, token = client_of("staff", "forum"), str(uuid.uuid4())
    with django_capture_on_commit_callbacks(execute=True):
        assert [sent(forum, token=token).status_code for _twice in range(2)] == [302, 302]
    row = Experience.objects.get()
    reader = client_of("staff")
    page = reader.get(ALL).content.decode()
    assert row.subject in page and row.changes in page and f"{ALL}{row.pk}/" not in page
    assert f"#erfarenhet-{row.pk}" in reader.get("/sok/?q=trygghetsvärdar").content.decode()
    assert row.learned in reader.get("/utbildning/export/erfarenheter.csv").content.decode("utf-8-sig")
    coordinator, address = client_of("staff", "coordinator"), f"{ALL}{row.pk}/"
    with django_capture_on_commit_callbacks(execute=True):
        seen = coordinator.get(address).context["form"]["seen"].value()
        sent(coordinator, address, subject="Trygghetsvandring i Lillsjö", seen=seen)
    # Another tab that was opened before.
    late = sent(forum, address, learned="Det andra.", seen=seen)
    assert late.status_code == 422 and late.context["form"]["learned"].value() == "Det andra."
    row.refresh_from_db()
    assert row.learned == SAID["learned"]
    assert row.subject == SearchDocument.objects.get(source=f"experience:{row.pk}").title
    assert coordinator.get(f"{address}ta-bort/").status_code == 200 and Experience.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        coordinator.post(f"{address}ta-bort/")
    assert not Experience.objects.exists() and not SearchDocument.objects.filter(kind="experience").exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"held_on": "2026-03-03"}, "held_on"),
        ({"held_on": "i går"}, "held_on"),
        ({"place": ""}, "place"),
        ({"participants": "0"}, "participants"),
        ({"learned": ""}, "learned"),
        ({"learned": "Vi mötte 19811218-9876"}, "learned"),
        ({"kind": "knowledge"}, "kind"),
    ],
)
def test_experience__says_what_is_wrong_and_keeps_what_was_typed(changes: dict[str, str], field: str) -> None:
    page = sent(client_of("staff", "forum"), **changes)
    assert page.status_code == 422 and not Experience.objects.exists()
    assert list(page.context["form"].errors) == [field]
    assert page.context["form"]["changes"].value() == SAID["changes"]


@pytest.mark.both_databases
def test_yearly_count__per_kind() -> None:
    for kind, day in (
        ("study_visit", "2025-12-31"),
        ("study_visit", "2026-01-01"),
        ("study_visit", "2026-02-01"),
        ("conference", "2026-02-02"),
    ):
        Experience.objects.create(kind=kind, held_on=day, subject="x", place="y", participants=3, learned="z")
    rows = client_of("staff").get(ALL).context["table"]["rows"]
    assert [[row[0], *(cell["text"] for cell in row[1:])] for row in rows] == [
        ["2026", "0", "2", "1", "3"],
        ["2025", "0", "1", "0", "1"],
    ]
