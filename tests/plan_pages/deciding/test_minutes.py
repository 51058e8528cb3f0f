"""The minutes beside a decision: chosen once, checked, kept with the decision and read by those who work with it."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.documents import get_document_model

from handslag import clock
from plan_pages.deciding.minutes import PREFIX, keep_minutes, purge_lost_minutes
from plan_pages.editions.decision import Decision
from plan_pages.importing.waiting_files import KEPT, WaitingFile, purge_waiting_files
from plan_pages.road.matter import Matter
from plan_pages.road.recorded_decision import RecordedDecision
from tests.handslag.privacy.documents import word
from tests.plan_pages.deciding import board
from tests.support import roads
from tests.support.once import anew, once

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_march(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.MEDIA_ROOT = str(tmp_path)
    with clock.set_to(board.TODAY):
        yield


def in_time() -> Matter:
    with clock.set_to(board.TODAY):
        return board.before_board()


before_board = once(in_time)


@pytest.fixture
def matter(before_board: Matter) -> Matter:
    return anew(before_board)


def minutes(name: str = "Protokoll KF 2026-02-23.docx", text: str = "Fullmäktige antog planen.") -> Any:
    return SimpleUploadedFile(name, word(text))


def chosen(client: Any, matter: Matter, file: Any = None, **changes: Any) -> Any:
    return client.post(
        board.address(matter), {**board.typed(matter, **changes), "minutes_file": file or minutes()}
    )


def written() -> datetime.datetime:
    """By the clock of the file system, which is not ours."""
    return datetime.datetime.now(datetime.UTC)


def waiting(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "importing").glob("*"))


def test_file__outlives_the_confirmation_and_stands_with_the_decision(matter: Matter, tmp_path: Path) -> None:
    client = board.recorder()
    words = board.read(chosen(client, matter))
    assert "Protokoll KF 2026-02-23.docx" in words and not get_document_model().objects.exists()
    client.post(board.address(matter), {**board.carried(words), "step": "confirm"})
    kept = get_document_model().objects.get()
    assert RecordedDecision.objects.get().minutes_document == kept
    decision = Decision.objects.get(edition__main=2)
    assert decision.minutes_document == kept and len(decision.minutes_sha256) == 64
    assert Path(kept.file.name).name.startswith(PREFIX) and waiting(tmp_path) == []


@pytest.mark.parametrize(
    ("role", "reads"),
    [
        ("board", True),
        ("editor", True),
        ("reviewer", True),
        ("auditor", True),
        ("staff", False),
        ("forum", False),
    ],
)
def test_file__is_read_by_those_who_work_with_the_matter(matter: Matter, role: str, reads: bool) -> None:
    board.recorder(role)
    client = board.recorder()
    words = board.read(chosen(client, matter))
    for name in ("board", "editor", "reviewer", "auditor"):
        roads.person(name)
    client.post(board.address(matter), {**board.carried(words), "step": "confirm"})
    kept = get_document_model().objects.get()
    assert (board.recorder(role).get(kept.url).status_code == 200) is reads
    assert board.Client().get(kept.url).status_code == 302


def test_file__is_not_chosen_twice_when_something_else_is_wrong(matter: Matter) -> None:
    client = board.recorder()
    answer = chosen(client, matter, paragraph="")
    assert answer.status_code == 422 and "Protokoll KF 2026-02-23.docx" in board.read(answer)
    token = answer.context["form"]["minutes_token"].value()
    board.send(client, matter, minutes_token=token)
    assert RecordedDecision.objects.get().minutes_document is not None


def test_file__is_there_when_one_goes_back_to_change_something(matter: Matter) -> None:
    client = board.recorder()
    carried = board.carried(board.read(chosen(client, matter)))
    form = client.post(board.address(matter), {**carried, "step": "change"})
    assert "Protokoll KF 2026-02-23.docx" in board.read(form)
    assert form.context["form"]["minutes_token"].value() == carried["minutes_token"]


@pytest.mark.parametrize(
    "file",
    [
        lambda: minutes(text="Ärendet gäller 811218-9876."),
        lambda: SimpleUploadedFile("811218-9876.pdf", b"%PDF-1.7"),
        lambda: SimpleUploadedFile("protokoll.pdf", b"%PDF-1.7 nothing more"),
        lambda: SimpleUploadedFile("protokoll.exe", b"MZ"),
        lambda: SimpleUploadedFile("protokoll.mp3", b"ljud"),
        lambda: SimpleUploadedFile("protokoll.docx", b""),
    ],
)
def test_file__that_cannot_be_kept_is_refused_on_its_field(matter: Matter, file: Any, tmp_path: Path) -> None:
    answer = chosen(board.recorder(), matter, file())
    assert answer.status_code == 422 and "minutes_file" in answer.context["form"].errors
    assert waiting(tmp_path) == [] and not get_document_model().objects.exists()


@pytest.mark.parametrize("token", ["", "forged", "somebody else's", "old"])
def test_token__works_for_its_own_uploader_and_for_a_day(matter: Matter, token: str) -> None:
    client = board.recorder()
    owner = board.recorder() if token == "somebody else's" else client
    carried = board.carried(board.read(chosen(owner, matter)))
    if token in ("", "forged"):
        carried["minutes_token"] = token
    later = written() + (2 * KEPT if token == "old" else KEPT / 2)
    with clock.set_to(later):
        purge_waiting_files()
        answer = client.post(board.address(matter), {**carried, "step": "confirm"})
    assert answer.status_code == (302 if token == "" else 422)
    assert RecordedDecision.objects.filter(minutes_document=None).count() == (1 if token == "" else 0)
    assert not get_document_model().objects.exists()


def test_refused_confirmation__leaves_no_document_behind(matter: Matter, tmp_path: Path) -> None:
    client = board.recorder()
    carried = board.carried(board.read(chosen(client, matter)))
    board.send(board.recorder(), matter)
    client.post(board.address(matter), {**carried, "step": "confirm"})
    assert not get_document_model().objects.exists() and len(waiting(tmp_path)) == 1
    with clock.set_to(written() + 2 * KEPT):
        assert purge_waiting_files() == 1


def test_file_of_a_killed_recording__is_purged_after_a_day_and_no_other(tmp_path: Path) -> None:
    person = roads.person("board_secretary")
    kept = keep_minutes(WaitingFile("0" * 32, "ett.docx", word("Ett.")), person)
    lost = keep_minutes(WaitingFile("1" * 32, "borta.docx", word("Två.")), person)
    type(lost).objects.filter(pk=lost.pk).delete()
    assert purge_lost_minutes() == 0
    with clock.set_to(written() + 2 * KEPT):
        assert purge_lost_minutes() == 1
    assert Path(kept.file.path).exists() and not Path(lost.file.path).exists()


def test_document_one_may_not_see__is_not_taken_as_minutes(matter: Matter) -> None:
    """By the act's own field: what belongs to others is not pulled into a decision."""
    hidden = keep_minutes(WaitingFile("0" * 32, "dolt.docx", word("Dolt.")), roads.person("editor"))
    hidden.roles.clear()
    with pytest.raises(ValidationError):
        roads.recorded(matter, roads.person("board_secretary"), minutes_document=hidden.pk)
    assert not RecordedDecision.objects.exists()
