"""The site history names pictures and documents by title: entries about files one may not see are left out, and those
about files that are gone are for superusers."""

import functools
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast
from wagtail.models import ModelLogEntry

from handslag.access.models import AccessRule
from handslag.access.people import Person, is_break_glass
from handslag.access.visibility import has_audience, visible_to
from handslag.search.models import SearchDocument


def _models_with_audience() -> list[Any]:
    return [
        model
        for model in apps.get_models()
        if has_audience(model) and model not in {AccessRule, SearchDocument}
    ]


def _cut(viewable_by_user: Any) -> Any:
    @functools.wraps(viewable_by_user)
    def viewable_by_user_and_visible(manager: Any, user: Person) -> QuerySet[ModelLogEntry]:
        entries = viewable_by_user(manager, user)
        if is_break_glass(user):
            return entries
        for model in _models_with_audience():
            visible = (
                visible_to(model.objects.all(), user)
                .annotate(number=Cast("pk", CharField()))
                .values("number")
            )
            about = ContentType.objects.get_for_model(model)
            entries = entries.exclude(
                pk__in=ModelLogEntry.objects.filter(content_type=about)
                .exclude(object_id__in=visible)
                .values("pk")
            )
        return entries

    viewable_by_user_and_visible.cuts_hidden = True  # type: ignore[attr-defined]  # put on once
    return viewable_by_user_and_visible


def connect() -> None:
    manager = type(ModelLogEntry.objects)
    if not hasattr(manager.viewable_by_user, "cuts_hidden"):
        manager.viewable_by_user = _cut(manager.viewable_by_user)
