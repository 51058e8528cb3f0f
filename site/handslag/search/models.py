"""One row per thing a reader can find, in one language."""

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag.access.audiences import Audience
from handslag.privacy.registration import scanned

_COPIED = "copied from a text that was scanned when it was saved"
_MACHINE = "made by the program"


@scanned(
    exempt={
        **dict.fromkeys(("source", "locale", "kind", "url"), _MACHINE),
        **dict.fromkeys(("title", "body", "title_stems", "body_stems"), _COPIED),
    }
)
class SearchDocument(models.Model):
    """`source` names the thing ("page:12"), once per language.

    `stems` holds the words of title and body reduced to their stems, separated by blanks: computed in Python with the
    same stemmer on every database, so that both find the same (Swedish inflections; å, ä and ö stay letters).
    `shown_until`: the last day on which it is found at all; nothing is saved when that day is over.
    Rows with a `page` follow that page's visibility; the others their own audience and roles.
    """

    source = models.CharField(_("source"), max_length=120)
    locale = models.CharField(_("language"), max_length=12)
    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("page"),
    )
    audience = models.CharField(_("audience"), max_length=12, choices=Audience, default=Audience.STAFF)
    roles = models.ManyToManyField(Group, blank=True, related_name="+", verbose_name=_("roles"))
    kind = models.CharField(_("kind"), max_length=60)
    title = models.CharField(_("title"), max_length=255)
    body = models.TextField(_("text"), blank=True)
    url = models.CharField(_("address"), max_length=500)
    title_stems = models.TextField(editable=False, blank=True)
    body_stems = models.TextField(editable=False, blank=True)
    changed_on = models.DateField(_("changed on"), null=True, blank=True)
    shown_until = models.DateField(_("shown until and including"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("search document")
        verbose_name_plural = _("search documents")
        constraints = [
            models.UniqueConstraint(fields=["source", "locale"], name="search_document_once_per_language"),
            models.CheckConstraint(
                condition=models.Q(audience__in=Audience.values), name="search_document_audience_known"
            ),
        ]

    def __str__(self) -> str:
        return self.source
