"""What a course's page shows beside its own texts: materials with what was found of their links, and what came after
it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.documents import get_document_model

from contacts.functions.function import Function
from handslag.access.visibility import has_audience, visible_to
from training.catalogue.link_check import LinkCheck
from training.catalogue.parts import context_of, course_parts


@dataclass(frozen=True)
class MaterialRow:
    """`document` None: a link, or a file that the reader may not see."""

    title: str
    url: str
    document: Any
    owner: Any
    replaced_by_url: str
    check: LinkCheck | None


def of(course: Any, request: HttpRequest) -> dict[str, Any]:
    materials = list(course.materials.all())
    return {
        "materials": list(material_rows(materials, request)),
        "replaced_by": _replacement(course, request),
        **context_of(course_parts, request, course),
    }


def material_rows(materials: list[Any], request: HttpRequest) -> Iterable[MaterialRow]:
    """A file that the reader may not see is left out, its title too."""
    urls = [material.url for material in materials if material.url]
    checks = {check.url: check for check in LinkCheck.objects.filter(url__in=urls)} if urls else {}
    files = _by_pk(_visible_documents(materials, request))
    owners = _by_pk(Function.objects.filter(pk__in=[row.owner_id for row in materials if row.owner_id]))
    for material in materials:
        document = files.get(material.document_id)
        if document is None and not material.url:
            continue
        yield MaterialRow(
            material.title,
            material.url,
            document,
            owners.get(material.owner_id),
            material.replaced_by_url,
            checks.get(material.url),
        )


def _visible_documents(materials: list[Any], request: HttpRequest) -> QuerySet[Any]:
    documents = get_document_model()._base_manager.filter(
        pk__in=[row.document_id for row in materials if row.document_id]
    )
    return visible_to(documents, request.user) if has_audience(documents.model) else documents


def _by_pk(rows: QuerySet[Any]) -> dict[int | None, Any]:
    return {row.pk: row for row in rows}


def _replacement(course: Any, request: HttpRequest) -> Any:
    """The page in the reader's language, else as it was chosen; None where the reader may not see it."""
    if course.replaced_by_id is None:
        return None
    pages = type(course).objects.filter(
        translation_key__in=type(course).objects.filter(pk=course.replaced_by_id).values("translation_key"),
        live=True,
    )
    found = list(visible_to(pages, request.user).select_related("locale"))
    in_language = [page for page in found if page.locale.language_code == get_language()]
    chosen = [page for page in found if page.pk == course.replaced_by_id]
    return next(iter([*in_language, *chosen]), None)
