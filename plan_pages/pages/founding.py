"""The first workbench of a kind founds its series; what is copied from it founds nothing."""

from typing import Any

from django.db.models import Q
from django.db.models.signals import post_save
from wagtail.models import Locale

from plan_pages.editions.series import EditionSeries
from plan_pages.pages.decided import DecidedPage


def found_series(sender: type, instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Where nothing was decided yet and the old workbench is gone or in the trash, a new one takes its place."""
    if not created or raw or not isinstance(instance, DecidedPage) or instance.locale != Locale.get_default():
        return
    series, is_new = EditionSeries.objects.get_or_create(
        address=instance.series_address,
        defaults={
            "kind": instance.series_kind,
            "translation_key": instance.translation_key,
            "page_id": instance.pk,
        },
    )
    if not is_new:
        EditionSeries.objects.filter(
            Q(page=None) | Q(page__trashed__isnull=False), pk=series.pk, editions=None
        ).update(translation_key=instance.translation_key, page_id=instance.pk)


def connect() -> None:
    post_save.connect(found_series, dispatch_uid="plan_pages.found_series")
