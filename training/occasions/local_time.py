"""Times that are typed as the clock on the wall says them; twice a year some of them do not exist, or come twice."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

# Django's own code for both.
NOT_ONE_MOMENT = "ambiguous_timezone"


class LocalMoment(forms.DateTimeField):
    def to_python(self, value: Any) -> Any:
        """Raises ValidationError that says what is wrong with a time in the night when the clocks change."""
        try:
            return super().to_python(value)
        except ValidationError as refusal:
            if any(error.code == NOT_ONE_MOMENT for error in refusal.error_list):
                raise ValidationError(
                    _(
                        "The clocks change that night, so this time does not exist or comes twice; choose a time "
                        "before or after the hour that changes."
                    ),
                    code=NOT_ONE_MOMENT,
                ) from refusal
            raise


class LocalMomentField(models.DateTimeField):
    """In the database, and for migrations, a DateTimeField."""

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": LocalMoment, **kwargs})

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.DateTimeField", args, kwargs
