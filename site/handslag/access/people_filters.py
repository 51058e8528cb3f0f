"""The page lists' filters offer people: owners and editors of pages one may see, not of every page."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.admin.views.pages.listing import GenericPageFilterSet, PageFilterSet
from wagtail.models import Page, PageLogEntry

from handslag.access.visibility import visible_to


def owners(request: HttpRequest) -> QuerySet[Any]:
    pages = visible_to(Page.objects.all(), request.user)
    return get_user_model()._default_manager.filter(pk__in=pages.values("owner_id"))


def editors(request: HttpRequest) -> QuerySet[Any]:
    pages = visible_to(Page.objects.all(), request.user)
    entries = PageLogEntry.objects.filter(action="wagtail.edit", page__in=pages.values("pk"))
    return get_user_model()._default_manager.filter(pk__in=entries.order_by().values("user_id"))


def connect() -> None:
    for filters in (PageFilterSet, GenericPageFilterSet, *GenericPageFilterSet.__subclasses__()):
        filters.base_filters["owner"].queryset = owners
        filters.base_filters["edited_by"].queryset = editors
