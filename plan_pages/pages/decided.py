"""The base of pages that become editions by a decision.

A page of this kind is a workbench. It is never live, by whatever road somebody tries to publish it: readers read the
edition in force at the series' address, and nothing a page says of itself reaches them.
"""

import logging
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from wagtail.models import Page, Revision

from handslag.pages.models import HandslagPage
from plan_pages.documents import EditionDocument
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import SeriesKind
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.testers import DecidedPageTester
from plan_pages.showing.preview import preview_context

logger = logging.getLogger(__name__)

CHANGES = "changes"


class NotPublishedButDecidedError(PermissionDenied):
    """Somebody pressed “publish”: the sentence says what leads to readers instead."""

    def __init__(self) -> None:
        super().__init__(
            _("A plan is not published but decided: readers see it when the decision is recorded.")
        )


class DecidedPage(HandslagPage):
    series_kind: ClassVar[SeriesKind]
    # Of the series; None where several series of a kind have addresses of their own.
    series_address: ClassVar[str]
    is_workbench = True
    permission_tester = DecidedPageTester

    preview_modes: ClassVar[list[tuple[str, Any]]] = [
        ("", _lazy("Draft")),
        (CHANGES, _lazy("Changes since the latest edition")),
    ]

    class Meta:
        abstract = True

    def to_document(self) -> EditionDocument:
        """The text as it would be decided."""
        raise NotImplementedError

    def fill_from(self, document: EditionDocument) -> None:
        """Make this page's fields say what the document says; nothing is saved."""
        raise NotImplementedError

    def unfinished(self) -> list[str]:
        """What is missing before the text can be decided, a sentence each."""
        raise NotImplementedError

    def give_ids(self) -> None:
        """Every part of the text gets an id of its own; asked before anything is stored."""

    @property
    def series(self) -> EditionSeries | None:
        """None for a copy: it belongs to no plan."""
        return EditionSeries.objects.filter(translation_key=self.translation_key).first()

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        return bool(super().can_create_at(parent)) and not cls._is_taken()

    @classmethod
    def _is_taken(cls) -> bool:
        """There is a workbench for this address already, and it is not in the trash."""
        series = EditionSeries.objects.filter(address=cls.series_address).select_related("page").first()
        return series is not None and series.page is not None and not hasattr(series.page, "trashed")

    def clean(self) -> None:
        super().clean()
        scheduled = [name for name in ("go_live_at", "expire_at") if getattr(self, name)]
        if scheduled:
            raise ValidationError(
                dict.fromkeys(
                    scheduled, _("A plan follows its decision and is not scheduled; take the date away.")
                )
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Never live, and no dates of its own. Nothing is raised: what saves pages for others (the scheduler,
        translations, copies) goes on with its work."""
        self.give_ids()
        self.live = False
        self.live_revision = None
        self.go_live_at = self.expire_at = None
        fields = kwargs.get("update_fields")
        if fields is not None:
            kwargs["update_fields"] = {*fields, "live", "live_revision", "go_live_at", "expire_at"}
        super().save(*args, **kwargs)

    def publish(
        self,
        revision: Revision,
        user: Any = None,
        *args: Any,
        skip_permission_checks: bool = False,
        **kwargs: Any,
    ) -> None:
        """A person is told no; code without a person (scheduler, translation, shell) is passed over with a log line."""
        if user is not None and not skip_permission_checks:
            raise NotPublishedButDecidedError
        self.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=None)
        logger.warning("Page %d is a workbench: revision %d was not published.", self.pk, revision.pk)

    def save_revision(
        self, *args: Any, overwrite_revision: Revision | None = None, **kwargs: Any
    ) -> Revision:
        """The editor's autosave writes over its latest revision; one that was decided from, or that somebody reviews
        or decides about, is kept and a new begun."""
        if overwrite_revision is not None and (
            Edition.objects.filter(revision=overwrite_revision).exists()
            or overwrite_revision.task_states.exists()
        ):
            overwrite_revision = None
        self.give_ids()
        return super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The draft as it would be read; with what differs from the latest edition where that is asked for."""
        context = preview_context(self.to_document(), self.series, with_changes=mode_name == CHANGES)
        return TemplateResponse(
            request, "plan_pages/pages/preview.html", {**context, "unfinished": self.unfinished()}
        )

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Raises Http404 for a workbench without a plan. The series' own view decides who may read."""
        series = self.series
        if series is None or series.address != self.series_address:
            raise Http404
        return HttpResponseRedirect(self.reading_address())

    def reading_address(self) -> str:
        raise NotImplementedError
