"""Image, Rendition and Document with an audience: decided before the first migration."""

from typing import ClassVar

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage

from handslag.access.audiences import Audience
from media.addresses import file_url


class WithAudience(models.Model):
    """Who may fetch the file. Staff unless somebody says otherwise."""

    audience = models.CharField(_("audience"), max_length=12, choices=Audience, default=Audience.STAFF)
    roles = models.ManyToManyField(
        Group,
        blank=True,
        related_name="+",
        verbose_name=_("roles"),
        help_text=_("Who may see the file when the audience is “Only certain roles”."),
    )

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(audience__in=Audience.values), name="%(class)s_audience_known"
            ),
        ]


# Wagtail, which names these by their title, is untyped.
class Image(WithAudience, AbstractImage):  # type: ignore[django-manager-missing]  # noqa: DJ008 - see above
    # Named anew, because Wagtail's own unused Image would take the same reverse names.
    tags = TaggableManager(blank=True, verbose_name=_("tags"), related_name="handslag_images")
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="uploaded_images",
        verbose_name=_("uploaded by"),
    )

    admin_form_fields = (*WagtailImage.admin_form_fields, "audience", "roles")

    class Meta(WithAudience.Meta, AbstractImage.Meta):
        abstract = False
        verbose_name = _("image")
        verbose_name_plural = _("images")


class Rendition(AbstractRendition):
    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("image size")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition"
            ),
        ]

    @property
    def url(self) -> str:
        return file_url(self.file.name, self.image.audience)


# As above.
class Document(WithAudience, AbstractDocument):  # type: ignore[django-manager-missing]  # noqa: DJ008 - see above
    tags = TaggableManager(blank=True, verbose_name=_("tags"), related_name="handslag_documents")
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="uploaded_documents",
        verbose_name=_("uploaded by"),
    )

    admin_form_fields = (*WagtailDocument.admin_form_fields, "audience", "roles")

    class Meta(WithAudience.Meta, AbstractDocument.Meta):
        abstract = False
        verbose_name = _("document")
        verbose_name_plural = _("documents")
