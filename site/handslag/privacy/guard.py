"""The last fence: no road writes a number into a guarded model, be it a form, code, an import or an API.

Two layers. A validator on every guarded model field answers in each model form, on the very field (pages,
snippets, comments, uploads, child forms). A receiver before every save refuses what came by another road.
`QuerySet.update()` and `bulk_create()` send no signal: imports that use them call `refuse_instance()` first.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models.signals import pre_save
from django.forms import Field as FormField
from django.utils.deconstruct import deconstructible
from django.utils.text import capfirst
from taggit.forms import TagField
from wagtail.forms import TaskStateCommentForm

from . import checks, third_party
from .messages import PersonalDataFound, describe, refuse
from .registration import guarded_fields, is_guarded
from .texts import pieces_of

__all__ = ["PersonalDataFound", "connect", "refuse_instance"]


@deconstructible
class NoPersonalData:
    """A validator for one field. Set on the live field only, so that migrations know nothing of it."""

    def __init__(self, label: object = "") -> None:
        self.label = label

    def __call__(self, value: Any) -> None:
        refuse(pieces_of(value), str(capfirst(str(self.label))))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NoPersonalData) and self.label == other.label

    def __hash__(self) -> int:
        return hash(type(self))


def connect() -> None:
    """Put the fences up. Called once, when all models are known (AppConfig.ready of handslag)."""
    third_party.register()
    checks.connect()
    for model in apps.get_models(include_auto_created=True):
        for field in guarded_fields(model):
            _validate(field, field.verbose_name)
    # Not model forms: the comment on a workflow step, and tags, which become rows only when saved.
    _validate(TaskStateCommentForm.base_fields["comment"], TaskStateCommentForm.base_fields["comment"].label)
    TagField.default_validators = [*TagField.default_validators, NoPersonalData()]
    pre_save.connect(_before_save, dispatch_uid="handslag.privacy")


def _validate(field: "models.Field[Any, Any] | FormField", label: object) -> None:
    if not any(isinstance(validator, NoPersonalData) for validator in field.validators):
        # The list that migrations read is another one (`_validators`).
        field.validators = [*field.validators, NoPersonalData(label)]


def refuse_instance(instance: models.Model, fields: Iterable[str] | None = None) -> None:
    """Raise PersonalDataFound when a text of the instance, or of the named fields, holds a number."""
    wanted = None if fields is None else set(fields)
    absent = instance.get_deferred_fields()
    for field in guarded_fields(type(instance)):
        if field.attname in absent or (wanted is not None and field.name not in wanted):
            continue
        value = getattr(instance, field.attname)
        if (message := describe(pieces_of(value), str(capfirst(field.verbose_name)))) and not _is_stored(
            instance, field, value
        ):
            raise PersonalDataFound(message)


def _is_stored(instance: models.Model, field: "models.Field[Any, Any]", value: Any) -> bool:
    """What was there before the fence must not stop somebody from unpublishing, moving or archiving it."""
    if instance._state.adding or instance.pk is None:
        return False
    stored = type(instance)._base_manager.using(instance._state.db).filter(pk=instance.pk)
    before = stored.values_list(field.attname, flat=True).first()
    return before is not None and list(pieces_of(before)) == list(pieces_of(value))


def _before_save(
    sender: type[models.Model],
    instance: models.Model,
    raw: bool = False,
    update_fields: Iterable[str] | None = None,
    **_kwargs: Any,
) -> None:
    """Fixtures (`raw`) pass: they put back what the house wrote out, and half a restore helps nobody."""
    if not raw and is_guarded(sender):
        refuse_instance(instance, update_fields)
