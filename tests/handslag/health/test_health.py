"""`/halsa/`: what strangers and keepers of the site are told."""

import datetime
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import DatabaseError, connection
from django.test import Client, override_settings

from handslag import clock
from handslag.health import probes
from handslag.health.memory import RememberedAnswers
from handslag.health.views import answers
from tests.support.factories import UserFactory

pytestmark = pytest.mark.django_db
QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    answers.forget()
    yield
    answers.forget()


def client_of(*roles: str, superuser: bool = False) -> Client:
    client = Client()
    client.force_login(UserFactory(roles=list(roles), is_superuser=superuser))
    return client


def test_strangers_get_one_word_and_no_cookie() -> None:
    response = Client().get("/halsa/")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    ("roles", "superuser", "sees_parts"),
    [((), False, False), (("editor",), False, False), (("auditor",), False, True), ((), True, True)],
)
def test_parts_are_for_those_who_look_after_the_site(
    roles: tuple[str, ...], superuser: bool, sees_parts: bool
) -> None:
    content = client_of(*roles, superuser=superuser).get("/halsa/").json()
    assert ("parts" in content) is sees_parts
    if sees_parts:
        assert content["parts"] == dict.fromkeys(("process", "database", "queue", "mail"), "ok")


@pytest.mark.parametrize("part", ["database", "queue", "mail"])
def test_any_failing_part_is_a_503(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(probes.PROBES, part, lambda: False)
    response = Client().get("/halsa/")
    assert (response.status_code, response.json()) == (503, {"status": "failing"})


def test_no_other_method_is_answered() -> None:
    assert Client().post("/halsa/").status_code == 405


def test_database__an_error_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise DatabaseError("secret address")

    monkeypatch.setattr(connection, "cursor", fail)
    assert probes.database() is False


@pytest.mark.both_databases
@pytest.mark.parametrize(
    ("waited", "starts_in", "is_well"),
    [(5, None, True), (16, None, False), (60, 30, True), (60, -20, False), (60, -5, True)],
)
def test_queue__what_could_have_run_has_not_waited_long(
    waited: int, starts_in: int | None, is_well: bool
) -> None:
    model = apps.get_model("django_tasks_database", "DBTaskResult")
    never = datetime.datetime(9999, 1, 1, tzinfo=datetime.UTC)
    run_after = never if starts_in is None else clock.now() + datetime.timedelta(minutes=starts_in)
    task = model.objects.create(
        args_kwargs={},
        task_path="a.b",
        backend_name="default",
        run_after=run_after,
        exception_class_path="",
        traceback="",
    )
    model.objects.filter(pk=task.pk).update(enqueued_at=clock.now() - datetime.timedelta(minutes=waited))
    with override_settings(TASKS=QUEUE):
        assert probes.queue() is is_well
    assert probes.queue() is True, "without a worker nothing waits"


def smtp(port: int) -> dict[str, dict[str, object]]:
    backend = "django.core.mail.backends.smtp.EmailBackend"
    return {"default": {"BACKEND": backend, "OPTIONS": {"host": "127.0.0.1", "port": port}}}


def test_mail__a_server_that_greets_is_well_and_one_that_does_not_is_not() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        def greet() -> None:
            client, _address = server.accept()
            with client:
                client.sendall(b"220 post.test\r\n")
                for answer in (b"250 ok\r\n", b"221 bye\r\n"):
                    client.recv(100)
                    client.sendall(answer)

        thread = threading.Thread(target=greet, daemon=True)
        thread.start()
        with override_settings(MAILERS=smtp(port)):
            assert probes.mail() is True
        thread.join(5)
    with override_settings(MAILERS=smtp(port)):
        assert probes.mail() is False


def test_mail__a_folder_that_takes_files(tmp_path: Path) -> None:
    backend = "django.core.mail.backends.filebased.EmailBackend"
    for folder, is_well in ((tmp_path / "post", True), (tmp_path / "post" / "fil" / "under", False)):
        if not is_well:
            (tmp_path / "post" / "fil").touch()
        with override_settings(
            MAILERS={"default": {"BACKEND": backend, "OPTIONS": {"file_path": str(folder)}}}
        ):
            assert probes.mail() is is_well
    assert not list((tmp_path / "post").glob(".probe*"))


def test_answers_are_remembered_so_that_nobody_can_hammer() -> None:
    asked = []
    memory = RememberedAnswers(60)
    for _number in range(3):
        assert memory.of({"mail": lambda: not asked.append(1)}) == {"mail": True}
    assert len(asked) == 1
    memory.forget()
    memory.of({"mail": lambda: not asked.append(1)})
    assert len(asked) == 2
