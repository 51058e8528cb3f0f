"""Which models stand behind the scanner, and which of their fields do not, with the reason why."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, overload

from django.db import models

from .texts import is_text_field

_exemptions: dict[type[models.Model], Mapping[str, str]] = {}


@overload
def scanned[M: type[models.Model]](model: M, *, exempt: Mapping[str, str] | None = None) -> M: ...
@overload
def scanned[M: type[models.Model]](*, exempt: Mapping[str, str] | None = None) -> Callable[[M], M]: ...


def scanned(model: type[models.Model] | None = None, *, exempt: Mapping[str, str] | None = None) -> Any:
    """Put a model behind the scanner: every text field except those named in `exempt`, each with a reason.

    Subclasses follow their base. A decorator, `@scanned` or `@scanned(exempt={...})`, and a call for other
    packages' models.
    """
    if model is None:
        return lambda decorated: scanned(decorated, exempt=exempt)
    if any(not reason.strip() for reason in (exempt or {}).values()):
        raise ValueError(f"{model.__name__}: an exemption needs a reason.")
    _exemptions[model] = dict(exempt or {})
    is_guarded.cache_clear()
    guarded_fields.cache_clear()
    return model


@cache
def is_guarded(model: type[models.Model]) -> bool:
    """Registered itself, or by a base."""
    return any(base in _exemptions for base in model.__mro__)


def exemption(model: type[models.Model], field: str) -> str | None:
    """Why the field is not scanned, or None."""
    for base in model.__mro__:
        if reason := _exemptions.get(base, {}).get(field):
            return reason
    return None


@cache
def guarded_fields(model: type[models.Model]) -> "tuple[models.Field[Any, Any], ...]":
    """The fields that are scanned; a field inherited from another table answers to that table's model."""
    return tuple(
        field
        for field in model._meta.concrete_fields
        if is_text_field(field) and is_guarded(field.model) and exemption(model, field.name) is None
    )


def unexplained_fields(model: type[models.Model]) -> "list[models.Field[Any, Any]]":
    """The model's own text fields that are neither scanned nor exempt."""
    guarded = guarded_fields(model)
    return [
        field
        for field in model._meta.local_concrete_fields
        if is_text_field(field) and field not in guarded and exemption(model, field.name) is None
    ]
