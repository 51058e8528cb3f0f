"""What the tests of a module begin with, made once: each of them works on it in a transaction that is undone.

A module names the fixture, and each test reads its rows anew:

    decided = once(board.decided_plan)

    @pytest.fixture
    def page(decided: ActionPlanPage) -> ActionPlanPage:
        return anew(decided)

Every test of the module that asks the database must use it: for the others the rows would be there, too. A test with
`transaction=True` puts the whole database back, so it stands in a module without.
"""

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.db.models import Model
from pytest_django import DjangoDbBlocker


def once(build: Callable[[], Any]) -> Any:
    @pytest.fixture(scope="module")
    def made(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Any]:
        with django_db_blocker.unblock():
            with transaction.atomic():
                cache.clear()
                built = build()
                # Asked now, for the first test is not to answer for it.
                connection.check_constraints()
                yield built
                transaction.set_rollback(True)
            connection.close()
            cache.clear()

    return made


def anew(made: Any) -> Any:
    """The same rows as objects that no other test has changed; nothing is left in the cache."""
    cache.clear()
    return _anew(made)


def _anew(made: Any) -> Any:
    if isinstance(made, Model):
        return type(made)._base_manager.get(pk=made.pk)
    if isinstance(made, dict):
        return {name: _anew(one) for name, one in made.items()}
    if isinstance(made, tuple):
        return tuple(_anew(one) for one in made)
    if dataclasses.is_dataclass(made) and not isinstance(made, type):
        fields = {field.name: _anew(getattr(made, field.name)) for field in dataclasses.fields(made)}
        return dataclasses.replace(made, **fields)
    return made
