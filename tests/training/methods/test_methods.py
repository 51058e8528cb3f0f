"""The register of methods: kept by the forum and the coordinator, reviews are only ever added."""

import datetime
import uuid
from typing import Any

import pytest

from handslag.forms.seen import CHANGED_SINCE, fingerprint
from handslag.start.todos import todos_for
from tests.support.contacts import function
from tests.support.factories import UserFactory
from tests.support.occasions import client_of
from training.methods import todos
from training.methods.method import Method, MethodReview, ReviewIsKeptError
from training.methods.views import METHOD_FIELDS

pytestmark = pytest.mark.usefixtures("today")
ALL = "/utbildning/metoder/"
REVIEW = {
    "evidence": "Två svenska utvärderingar visar måttlig effekt.",
    "sources": "https://exempel.test/a\n\n https://exempel.test/b ",
    "decision": "use",
    "decided_on": "2026-03-02",
    "next_review_on": "2028-03-02",
}


def method(name: str = "Samtalsmetoden", **fields: Any) -> Method:
    return Method.objects.create(name=name, description="Öppna frågor.", **fields)


def reviewed(of: Method, decided: str, following: str | None, decision: str = "use") -> MethodReview:
    return MethodReview.objects.create(
        method=of, evidence="Prövad.", decision=decision, decided_on=decided, next_review_on=following
    )


def test_review__is_added_and_the_earlier_ones_stay() -> None:
    assert client_of("staff", "editor").get(f"{ALL}ny/").status_code == 404
    client = client_of("staff", "forum")
    owner = function("Enhetschef", email="chef@kommun.test")
    said = {"name": "Samtalsmetoden", "description": "Öppna frågor.", "owner": owner.pk}
    assert client.post(f"{ALL}ny/", said).status_code == 302
    assert client.post(f"{ALL}ny/", {**said, "name": "SAMTALSMETODEN "}).status_code == 422
    row = Method.objects.get()
    address = f"{ALL}{row.pk}/granska/"
    form = client.get(address).context["form"]
    assert form["next_review_on"].initial == datetime.date(2028, 3, 2)
    token = uuid.uuid4()
    for _twice in range(2):
        client.post(address, {**REVIEW, "token": token})
    client.post(address, {**REVIEW, "decision": "stop", "next_review_on": "", "token": uuid.uuid4()})
    page = client_of("staff").get(f"{ALL}{row.pk}/")
    standing = page.context["standing"]
    assert (standing.review.decision, [one.decision for one in standing.earlier]) == ("stop", ["use"])
    assert standing.earlier[0].links == ["https://exempel.test/a", "https://exempel.test/b"]
    assert "granska" not in page.content.decode()
    lines = client_of("staff").get("/utbildning/export/metoder.csv").content.decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    with pytest.raises(ReviewIsKeptError):
        standing.review.save()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"evidence": ""}, "evidence"),
        ({"evidence": "Gav 19811218-9876 stöd"}, "evidence"),
        ({"sources": "javascript:alert(1)"}, "sources"),
        ({"decided_on": "2026-03-03"}, "decided_on"),
        ({"next_review_on": ""}, "next_review_on"),
        ({"next_review_on": "2026-03-02"}, "next_review_on"),
        ({"decision": ""}, "decision"),
    ],
)
def test_review__says_what_is_wrong(changes: dict[str, str], field: str) -> None:
    page = client_of("staff", "coordinator").post(f"{ALL}{method().pk}/granska/", REVIEW | changes)
    assert page.status_code == 422 and not MethodReview.objects.exists()
    assert list(page.context["form"].errors) == [field]


def test_overdue__methods_are_flagged_on_top_and_wait_for_those_who_keep_them() -> None:
    new = method("Aldrig granskad")
    late, in_time, stopped = method("Försenad"), method("I tid"), method("Slutat")
    replaced = method("Ersatt", replaced_by=in_time)
    method("Ersatt ogranskad", replaced_by=in_time)
    reviewed(late, "2020-01-01", "2021-01-01", "stop")
    reviewed(late, "2024-03-01", "2026-03-01")
    reviewed(in_time, "2024-03-02", "2026-03-02")
    reviewed(stopped, "2020-01-01", None, "stop")
    reviewed(replaced, "2020-01-01", "2021-01-01")
    keeper = UserFactory(roles=["forum"])
    assert [(todo.url, str(todo.due)) for todo in todos_for(keeper, [todos.reviewing])] == [
        (f"{ALL}{late.pk}/granska/", "2026-03-01"),
        (f"{ALL}{new.pk}/granska/", "None"),
    ]
    assert not todos_for(UserFactory(roles=["editor"]), [todos.reviewing])
    listed = [one.method.name for one in client_of("staff").get(ALL).context["standings"]]
    assert listed == ["Aldrig granskad", "Försenad", "Ersatt", "Ersatt ogranskad", "I tid", "Slutat"]


def seen_of(of: Method) -> str:
    """As a page opened now carries it."""
    return fingerprint(Method.objects.get(pk=of.pk), METHOD_FIELDS)


def test_change__in_two_tabs_loses_nothing() -> None:
    row = method()
    client, address = client_of("staff", "coordinator"), f"{ALL}{row.pk}/andra/"
    form = client.get(address).context["form"]
    both = {"name": row.name, "seen": form["seen"].value()}
    first, second = {**both, "description": "Den ena."}, {**both, "description": "Den andra."}
    # Pressed twice is once.
    assert [client.post(address, first).status_code for _twice in range(2)] == [302, 302]
    late = client.post(address, second)
    assert (late.status_code, Method.objects.get().description) == (422, "Den ena.")
    shown = late.context["form"]
    assert shown["description"].value() == "Den andra." and shown.non_field_errors() == [CHANGED_SINCE]
    assert client.post(address, {**second, "seen": ""}).status_code == 422
    assert client.post(address, {**second, "seen": shown["seen"].value()}).status_code == 302
    assert Method.objects.get().description == "Den andra."


def test_replacing__does_not_go_in_a_ring() -> None:
    first, second, third = method("A"), method("B"), method("C")
    client = client_of("staff", "coordinator")

    def replace(of: Method, by: Method) -> int:
        said = {"name": of.name, "description": "x", "replaced_by": by.pk, "seen": seen_of(of)}
        return client.post(f"{ALL}{of.pk}/andra/", said).status_code

    assert [replace(first, second), replace(second, third), replace(third, first), replace(first, first)] == [
        302, 302, 422, 422,
    ]  # fmt: skip
