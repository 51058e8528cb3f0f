"""Names are compared without regard to case and blanks, on every database (SQLite knows the case of a–z only)."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from handslag.privacy.registration import scanned


def key_of(name: str) -> str:
    """“Landstinget  i Norr” and “LANDSTINGET I NORR” are one name."""
    return " ".join(name.split()).casefold()


@scanned(exempt={"name_key": "made from the name, which is scanned"})
class Named(models.Model):
    """A row with a name that people look for. `name_key` is what is searched in; the name is what is shown."""

    # A folded letter may take two places (“ß”).
    name_key = models.CharField(max_length=320, editable=False, db_index=True, default="")

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        self.name_key = key_of(self.name)  # type: ignore[attr-defined]  # each model has a name of its own length
        if update_fields is not None and "name" in update_fields:
            update_fields = {*update_fields, "name_key"}
        super().save(*args, update_fields=update_fields, **kwargs)
