"""The system check of design.md §6: a text field is scanned, or it says why not."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error, Tags, register

from handslag.contributing import ContributingAppConfig

from .registration import unexplained_fields
from .third_party import MODELS


def connect() -> None:
    register(check_text_fields, Tags.models)


def check_text_fields(app_configs: Sequence[AppConfig] | None = None, **_kwargs: Any) -> list[CheckMessage]:
    """Every model of the house's apps and every listed model of others."""
    asked = set(app_configs or apps.get_app_configs())
    return [
        Error(
            f"{model._meta.label}.{field.name} holds text that is not scanned for personal identity numbers.",
            hint='Put @scanned on the model, or exempt the field: @scanned(exempt={"field": "reason"}).',
            obj=model,
            id="handslag.E001",
        )
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_config in asked
        and (isinstance(model._meta.app_config, ContributingAppConfig) or model._meta.label in MODELS)
        for field in unexplained_fields(model)
    ]
