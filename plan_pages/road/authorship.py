"""Who changed the text since the latest decision: four eyes are counted by this (design: FourEyesReviewTask)."""

from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import EditionKind
from plan_pages.editions.series import EditionSeries
from plan_pages.pages.decided import DecidedPage
from plan_pages.seal.sealing import decided_document


class Authorship(models.Model):
    """Written where a draft is saved, so that neither purged revisions nor another save make anyone less an author.

    `after_main` is the highest number decided by then: with the next decision everyone begins anew.
    """

    series = models.ForeignKey(
        EditionSeries, on_delete=models.PROTECT, related_name="authorships", verbose_name=_("series")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("account")
    )
    revision = models.PositiveIntegerField(_("revision"))
    after_main = models.PositiveIntegerField(_("after edition"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("authorship")
        verbose_name_plural = _("authorships")
        constraints = [
            models.UniqueConstraint(
                fields=["series", "user", "revision"], name="authorship_once_per_revision"
            )
        ]

    def __str__(self) -> str:
        return f"{self.series_id} {self.revision}"


def decided_main(series: EditionSeries) -> int:
    """The highest number that was decided or registered; 0 where nothing was. Corrections change no promise."""
    numbers = Edition.objects.filter(series=series).exclude(kind=EditionKind.CORRECTION)
    return numbers.aggregate(models.Max("main"))["main__max"] or 0


def decided_mains(series: Collection[int]) -> dict[int, int]:
    """The same for many series; one where nothing was decided is not among them."""
    numbers = Edition.objects.filter(series__in=series).exclude(kind=EditionKind.CORRECTION)
    found = numbers.order_by().values_list("series_id").annotate(highest=models.Max("main"))
    return dict(found)


def authors_of(series: EditionSeries) -> set[int]:
    """Ids of the accounts that changed the text since the latest decision."""
    return authors_by_series([series.pk]).get(series.pk, set())


def authors_by_series(series: Collection[int]) -> dict[int, set[int]]:
    decided = decided_mains(series)
    rows = Authorship.objects.filter(series__in=series).values_list("series_id", "user_id", "after_main")
    found: dict[int, set[int]] = {}
    for series_id, user_id, after_main in rows.distinct():
        if after_main == decided.get(series_id, 0):
            found.setdefault(series_id, set()).add(user_id)
    return found


def note_author(sender: type, instance: Revision, raw: bool = False, **kwargs: Any) -> None:
    """A saved draft whose text differs from the one before it has an author; opening, commenting and saving it
    unchanged make none. Autosave writes one revision again and again: what counts is what it says last."""
    if raw or instance.user_id is None or not _is_workbench(instance):
        return
    series = EditionSeries.objects.filter(
        translation_key=instance.content.get("translation_key"), page_id=instance.object_id
    ).first()
    if series is None:
        return
    key = {"series": series, "user_id": instance.user_id, "revision": instance.pk}
    if _changes_text(instance):
        Authorship.objects.get_or_create(**key, defaults={"after_main": decided_main(series)})
    else:
        Authorship.objects.filter(**key).delete()


def _is_workbench(revision: Revision) -> bool:
    model = revision.content_type.model_class()
    return model is not None and issubclass(model, DecidedPage)


def _changes_text(revision: Revision) -> bool:
    """Against the draft before it; the first draft of all is new text."""
    earlier = Revision.objects.filter(
        base_content_type_id=revision.base_content_type_id,
        object_id=revision.object_id,
        pk__lt=revision.pk,
    )
    before = earlier.order_by("-pk").first()
    if before is None:
        return True
    return before.content != revision.content and decided_document(before) != decided_document(revision)


def connect() -> None:
    post_save.connect(note_author, sender=Revision, dispatch_uid="plan_pages.note_author")
