"""Files to readers: each request asks the decision point; nothing is served by path alone."""

import mimetypes

from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.documents.views.serve import serve as wagtail_document

from handslag.access.audiences import Audience
from handslag.access.models import ReadLogEntry
from handslag.access.people import Person, group_ids, is_break_glass
from handslag.access.reading import record
from handslag.access.serving import refuse
from handslag.access.visibility import may_see
from media.models import Document, Image, Rendition, WithAudience


@login_not_required
@require_safe
def serve_image(request: HttpRequest, name: str, *, public: bool = False) -> HttpResponse:
    """A picture or one of its sizes. Documents have their own address and are never found here."""
    image = _image_of(name)
    if image is None or (public and image.audience != Audience.PUBLIC) or not may_see(request.user, image):
        return refuse(request)
    _log_restricted(request.user, image, ReadLogEntry.Kind.IMAGE)
    try:
        file = default_storage.open(name)
    except FileNotFoundError:
        return refuse(request)
    response = FileResponse(file, content_type=mimetypes.guess_type(name)[0] or "application/octet-stream")
    response.headers["Cache-Control"] = "public, max-age=86400" if public else "private, no-cache"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@login_not_required
@require_safe
def serve_document(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponse:
    """Wagtail's document view behind the decision point."""
    document = Document.objects.filter(pk=document_id).first()
    if document is None or document.filename != document_filename or not may_see(request.user, document):
        return refuse(request)
    _log_restricted(request.user, document, ReadLogEntry.Kind.DOCUMENT)
    response: HttpResponse = wagtail_document(request, document_id, document_filename)
    if document.audience != Audience.PUBLIC:
        response.headers["Cache-Control"] = "private, no-store"
    return response


def _image_of(name: str) -> Image | None:
    rendition = Rendition.objects.select_related("image").filter(file=name).first()
    return rendition.image if rendition else Image.objects.filter(file=name).first()


def _log_restricted(user: Person, item: WithAudience, kind: ReadLogEntry.Kind) -> None:
    if item.audience != Audience.RESTRICTED:
        return
    admitted = frozenset(item.roles.values_list("pk", flat=True))
    outside = is_break_glass(user) and not admitted & group_ids(user)
    record(user, kind, item.pk, break_glass=outside)
