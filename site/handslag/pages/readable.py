"""Which pages readers read as pages. Menus, lists and maps of the site ask here and not `live()` alone."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from wagtail.models import PageQuerySet

from handslag.pages.models import HandslagPage


def readable(pages: PageQuerySet) -> PageQuerySet:
    """Live pages, less the workbenches: a plan is read as its edition, whatever its page says of itself."""
    return pages.live().exclude(content_type__in=_workbenches())


def _workbenches() -> list[int]:
    models = [model for model in apps.get_models() if issubclass(model, HandslagPage) and model.is_workbench]
    return [ContentType.objects.get_for_model(model).pk for model in models]
