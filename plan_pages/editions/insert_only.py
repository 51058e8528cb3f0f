"""Rows that are written once: the fence in Python, with a sentence; triggers stand behind it (`plan_pages.seal`)."""

from typing import Any

from django.db import models


class SealedError(Exception):
    """A decided edition was about to be changed."""

    def __init__(self) -> None:
        super().__init__(
            "A decided edition cannot be changed; a correction or a new decision makes a new one."
        )


class InsertOnlyQuerySet(models.QuerySet[Any]):
    def update(self, **kwargs: Any) -> int:
        raise SealedError

    def delete(self) -> tuple[int, dict[str, int]]:
        raise SealedError

    def bulk_update(self, *args: Any, **kwargs: Any) -> int:
        raise SealedError


class InsertOnlyModel(models.Model):
    """Its rows are made by `plan_pages.seal.sealing` and by nothing else."""

    objects = InsertOnlyQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise SealedError
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise SealedError
