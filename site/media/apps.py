"""Pictures and documents of the site."""

from django.utils.translation import gettext_lazy as _

from handslag.contributing import ContributingAppConfig


class MediaConfig(ContributingAppConfig):
    name = "media"
    verbose_name = _("pictures and documents")
