"""Files to readers: each request asks the decision point; nothing is served by path alone."""

import hashlib
import mimetypes

from django.contrib.auth.decorators import login_not_required
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.http import require_safe
from wagtail.documents.views.serve import serve as wagtail_document

from handslag.access.audiences import Audience
from handslag.access.models import ReadLogEntry
from handslag.access.people import Person, group_ids, is_break_glass
from handslag.access.reading import is_new_reading, record
from handslag.access.serving import refuse
from handslag.access.visibility import may_see
from media.models import Document, Image, Rendition, WithAudience


@login_not_required
@require_safe
def serve_image(request: HttpRequest, name: str, *, public: bool = False) -> HttpResponseBase:
    """A picture or one of its sizes. Documents have their own address and are never found here."""
    found = _find(name)
    if found is None:
        return refuse(request)
    image, file = found
    if (public and image.audience != Audience.PUBLIC) or not may_see(request.user, image):
        return refuse(request)
    etag = f'"{hashlib.sha256(f"{name} {image.file_hash}".encode()).hexdigest()[:32]}"'
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if response is None:
        try:
            opened = file.storage.open(name)
        except FileNotFoundError:
            return refuse(request)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        response = FileResponse(opened, content_type=kind, headers={"ETag": etag})
    _finish(request, response, image, ReadLogEntry.Kind.IMAGE, shared=public)
    return response


@login_not_required
@require_safe
def serve_document(request: HttpRequest, document_id: str, document_filename: str) -> HttpResponseBase:
    """Wagtail's document view behind the decision point."""
    document = Document.objects.filter(pk=document_id).first()
    if document is None or document.filename != document_filename or not may_see(request.user, document):
        return refuse(request)
    response: HttpResponse = wagtail_document(request, document_id, document_filename)
    _finish(
        request, response, document, ReadLogEntry.Kind.DOCUMENT, shared=document.audience == Audience.PUBLIC
    )
    return response


def _find(name: str) -> tuple[Image, FieldFile] | None:
    """Only what a row names is a file: no path reaches the storage that the database does not know letter by letter."""
    rendition = Rendition.objects.select_related("image").filter(file=name).first()
    if rendition is not None:
        return rendition.image, rendition.file
    image = Image.objects.filter(file=name).first()
    return (image, image.file) if image is not None else None


def _finish(
    request: HttpRequest,
    response: HttpResponseBase,
    item: WithAudience,
    kind: ReadLogEntry.Kind,
    *,
    shared: bool,
) -> None:
    """Nobody may keep the file without asking again, so that a changed audience holds at once; what is restricted is
    not kept at all."""
    if item.audience == Audience.RESTRICTED:
        response.headers["Cache-Control"] = "private, no-store"
    else:
        response.headers["Cache-Control"] = "public, no-cache" if shared else "private, no-cache"
    if not shared:
        patch_vary_headers(response, ["Cookie"])
    if item.audience == Audience.RESTRICTED and is_new_reading(request, response):
        record(request.user, kind, item.pk, break_glass=_is_outside(request.user, item))


def _is_outside(user: Person, item: WithAudience) -> bool:
    admitted = frozenset(item.roles.values_list("pk", flat=True))
    return is_break_glass(user) and not admitted & group_ids(user)
