"""The shared house."""

from django.utils.translation import gettext_lazy as _

from handslag.contributing import ContributingAppConfig


class HandslagConfig(ContributingAppConfig):
    name = "handslag"
    verbose_name = _("Handslag")
