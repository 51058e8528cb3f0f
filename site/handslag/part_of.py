"""What is part of what: nothing is a part of its own part."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _
from wagtail.models import Page


class PartOf(models.Model):
    """For models with a `parent` of their own kind. Asked in the form, and again where the data change, one after the
    other: of two who make a circle together, the second is refused."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises ValidationError."""
        if not self._may_close_circle():
            super().save(*args, **kwargs)
            return
        with transaction.atomic():
            # The tree has no row of its own; the root of the pages is always there.
            Page.objects.select_for_update(no_key=True).get(pk=Page.get_first_root_node().pk)
            self._refuse_circle()
            super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        self._refuse_circle()

    def _may_close_circle(self) -> bool:
        row: Any = self
        if row.pk is None or row.parent_id is None:
            return False
        return not type(row)._default_manager.filter(pk=row.pk, parent=row.parent_id).exists()

    def _refuse_circle(self) -> None:
        row: Any = self
        above, seen = row.parent_id, set[int]()
        while row.pk is not None and above is not None and above not in seen:
            if above == row.pk:
                raise ValidationError(
                    {
                        "parent": _(
                            "“%(name)s” is itself a part of this one; choose another, or change that one first."
                        )
                        % {"name": row.parent}
                    }
                )
            seen.add(above)
            rows = type(row)._default_manager.filter(pk=above)
            above = rows.values_list("parent_id", flat=True).first()
