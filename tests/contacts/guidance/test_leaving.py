"""Who answers may leave; what they had taken is the forum's work again."""

from typing import Any

import pytest

from handslag.start.todos import todos_for
from tests.contacts.guidance.asking import QUEUE, START, address, asked, member, sent, signed_in
from tests.support.factories import UserFactory, make_site

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("way", ["closed", "without the role", "deleted"])
def test_a_taken_request__is_the_forums_again_where_its_taker_leaves(way: str) -> None:
    make_site()
    asker, taker, other = UserFactory(), member(), member()
    found, theirs = asked(asker), signed_in(other)
    sent(signed_in(taker), found, "take")
    assert urls(other) == [] and f"tagen av {taker}" in theirs.get(QUEUE).content.decode()
    if way == "closed":
        type(taker).objects.filter(pk=taker.pk).update(is_active=False)
    elif way == "deleted":
        taker.delete()
    else:
        taker.groups.remove(*taker.groups.filter(name="forum"))
    assert urls(other) == [address(found)]
    for page in (theirs.get(QUEUE), theirs.get(address(found))):
        assert str(taker) not in page.content.decode()
    sent(theirs, found, "answer", text="Svar.")
    sent(signed_in(asker), found, "further", text="Och sedan?")
    found.refresh_from_db()
    assert (found.assigned_to, urls(other)) == (other, [address(found)])


def urls(user: Any) -> list[str]:
    fresh = type(user).objects.get(pk=user.pk)
    return [todo.url for todo in todos_for(fresh) if todo.url.startswith(START)]
