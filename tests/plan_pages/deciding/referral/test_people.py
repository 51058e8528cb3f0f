"""Who sees a text on referral and who acts, over HTTP; and nobody by the address of another matter."""

import uuid
from typing import Any

import pytest
from django.test import Client

from plan_pages.editions.series import EditionSeries
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.referral.reply import ReferralReply
from plan_pages.road.referral.round import ReferralBody, ReferralRound
from tests.support import roads
from tests.support.referrals import (
    LETTER,
    address,
    body,
    enter,
    post,
    sent_out,
    signed_in,
    stage,
    text,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "sees", "acts"),
    [
        ("editor", True, True),
        ("coordinator", True, True),
        ("reviewer", True, False),
        ("board", True, False),
        ("board_secretary", True, False),
        ("steering_group", True, False),
        ("auditor", True, False),
        ("forum", False, False),
        ("dialogue", False, False),
        ("staff", False, False),
    ],
)
def test_roles__who_sees_and_who_acts(
    matter: Matter, people: dict[str, Any], role: str, sees: bool, acts: bool
) -> None:
    user = roads.person(role)
    assert signed_in(user).get(address(matter)).status_code == (200 if sees else 404)
    post(user, matter, "open", **LETTER, seen=matter.digest)
    assert ReferralRound.objects.exists() is acts
    if not acts:
        sent_out(matter, people["editor"])
    enter(user, matter, "Polis", declines="on", text="")
    assert ReferralReply.objects.exists() is acts
    own = signed_in(user).post(address(matter, body("Skol").pk), {"way": "save", "name": "Nytt namn"})
    assert own.status_code == (302 if sees else 404)
    assert ReferralBody.objects.filter(name="Nytt namn").exists() is acts
    for way in ("extend", "invite", "again", "close", "mail", "summarise"):
        post(user, matter, way, deadline="2026-06-01", bodies="Kyrkan", again="on", summary="x")
    assert ReferralRound.objects.filter(deadline="2026-06-01").exists() is acts
    assert stage(matter) == Stage.REFERRAL


def test_who_may_not__reads_why(matter: Matter) -> None:
    page = text(post(roads.person("board"), matter, "open", **LETTER, seen=matter.digest))
    assert "Redaktör" in page and not ReferralRound.objects.exists()


def test_stranger__is_sent_to_sign_in(matter: Matter) -> None:
    answer = Client().get(address(matter))
    assert answer.status_code == 302 and answer["Location"].startswith("/konto/login/")


def test_body_of_another_matter__is_not_found(matter: Matter, people: dict[str, Any]) -> None:
    sent_out(matter, people["editor"])
    series = EditionSeries.objects.create(
        kind="action_plan", address="en-annan", translation_key=uuid.uuid4()
    )
    other = Matter.objects.create(series=series)
    police = body("Polis").pk
    for parts in ((police,), (police, "svar"), (police, "svar", "fil")):
        assert signed_in(people["editor"]).get(address(matter, *parts[:2])).status_code == 200
        assert signed_in(people["editor"]).get(address(other, *parts)).status_code == 404
        answer = signed_in(people["editor"]).post(address(other, *parts), {"way": "remove"})
        assert answer.status_code in (404, 405)
    assert body("Polis").pk == police
