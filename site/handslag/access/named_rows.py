"""Which rows an admin address names: in its path, its query or a posted form.

Everything here is read by `admin_pages`, and tests/handslag/access compares it with the resolver: an address that
takes a number nobody explained fails there.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Revision, WorkflowState

from handslag.access.people import Person
from handslag.access.visibility import has_audience, may_see_path, visible_to
from handslag.forms.numbers import number_in

type Check = Callable[[Person, str], bool]

# The same answer as for a row that does not exist is given by asking for this row: the last number there can be, since
# some views take 0 for "none given".
NO_SUCH_ROW = "2147483647"

PAGE_ARGUMENTS = frozenset({"page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk"})
PAGE_QUERIES = frozenset(
    {
        "child_of",
        "descendant_of",
        "ancestor_of",
        "translation_of",
        "childOf",
        "parent_page_id",
        "target_pages[]",
    }
)
PAGE_FIELDS = frozenset({"new_parent_page", "parent_page", "chooser"})


def hidden_page(user: Person, value: str) -> bool:
    return hidden_row(Page.objects.all(), user, value)


def hidden_image(user: Person, value: str) -> bool:
    return hidden_row(get_image_model().objects.all(), user, value)


def hidden_document(user: Person, value: str) -> bool:
    return hidden_row(get_document_model().objects.all(), user, value)


def hidden_revision(user: Person, value: str) -> bool:
    return _about_hidden(user, Revision.objects.filter(pk=number_in(value)))


def hidden_task_state(user: Person, value: str) -> bool:
    number = number_in(value)
    return number is not None and _about_hidden(user, WorkflowState.objects.filter(task_states=number))


def hidden_workflow_state(user: Person, value: str) -> bool:
    return _about_hidden(user, WorkflowState.objects.filter(pk=number_in(value)))


def hidden_row(rows: QuerySet[Any], user: Person, value: str) -> bool:
    """Does `value` name a row that exists and that `user` may not see?"""
    number = number_in(value)
    if number is None or not (issubclass(rows.model, Page) or has_audience(rows.model)):
        return False
    row = rows.filter(pk=number)
    if issubclass(rows.model, Page):
        path = row.values_list("path", flat=True).first()
        return path is not None and not may_see_path(user, path)
    return bool(row.exists()) and not visible_to(row, user).exists()


def _about_hidden(user: Person, rows: Iterable[Any]) -> bool:
    for row in rows:
        model = row.base_content_type.model_class()
        if model is not None and issubclass(model, Page) and hidden_page(user, str(row.object_id)):
            return True
    return False


def _hidden_translation_source(user: Person, lookup: dict[str, int]) -> bool:
    """wagtail-localize keeps a copy of every text it translates: the source is as closed as its pages."""
    if not apps.is_installed("wagtail_localize"):
        return False
    sources: Any = apps.get_model("wagtail_localize", "TranslationSource")
    keys = sources.objects.filter(**lookup).values("object_id")
    pages = Page.objects.filter(translation_key__in=keys)
    return bool(pages.exists()) and visible_to(pages, user).count() < pages.count()


def _by_source(lookup: str) -> Check:
    def check(user: Person, value: str) -> bool:
        number = number_in(value)
        return number is not None and _hidden_translation_source(user, {lookup: number})

    return check


_LOCALIZE: dict[str, Check] = {
    "translation_source_id": _by_source("pk"),
    "translation_id": _by_source("translations__pk"),
    "string_segment_id": _by_source("stringsegment__pk"),
    "overridable_segment_id": _by_source("overridablesegment__pk"),
}
_STATES: dict[str, Check] = {
    "task_state_id": hidden_task_state,
    "workflow_state_id": hidden_workflow_state,
    "revision_id": hidden_revision,
    "revision_id_a": hidden_revision,
    "revision_id_b": hidden_revision,
}
_MEDIA_ARGUMENTS: dict[str, Check] = {
    "image_id": hidden_image,
    "document_id": hidden_document,
    "doc_id": hidden_document,
}
# Where a bare "pk" (or "id" in the query) stands for one of these.
_BY_NAMESPACE: dict[str, Check] = {
    "wagtailadmin_pages": hidden_page,
    "wagtailadmin_api:pages": hidden_page,
    "wagtailadmin_api:images": hidden_image,
    "wagtailadmin_api:documents": hidden_document,
    "wagtailimages": hidden_image,
    "wagtailimages_chooser": hidden_image,
    "wagtaildocs": hidden_document,
    "wagtaildocs_chooser": hidden_document,
}


def check_for_argument(namespace: str, name: str, arguments: dict[str, Any]) -> Check | None:
    """What decides over an argument in the path; None where it names nothing that can be hidden."""
    if name in PAGE_ARGUMENTS:
        return hidden_page
    for table in (_STATES, _MEDIA_ARGUMENTS, _LOCALIZE):
        if name in table:
            return table[name]
    if name == "pk" and namespace in _BY_NAMESPACE:
        return _BY_NAMESPACE[namespace]
    if name in {"pk", "object_id"} and "model_name" in arguments:
        return check_for_model(arguments.get("app_label"), arguments["model_name"])
    return None


def check_for_query(namespace: str, url_name: str, name: str, arguments: dict[str, Any]) -> Check | None:
    if name in PAGE_QUERIES:
        return hidden_page
    if name != "id":
        return None
    if url_name == "wagtail_bulk_action":
        return check_for_model(arguments.get("app_label"), arguments["model_name"])
    if url_name == "wagtailadmin_choose_page_chosen_multiple":
        return hidden_page
    return _BY_NAMESPACE.get(namespace)


def check_for_field(name: str) -> Check | None:
    if name in PAGE_FIELDS:
        return hidden_page
    return _STATES.get(name)


def check_for_model(app_label: str | None, model_name: str) -> Check | None:
    try:
        model: type[Model] = apps.get_model(app_label or "", model_name)
    except LookupError:
        return None
    if issubclass(model, Page):
        return hidden_page
    if model is get_image_model():
        return hidden_image
    if model is get_document_model():
        return hidden_document
    return None
