"""Start page, news, guides, the public section, search."""

from django.utils.translation import gettext_lazy as _

from handslag.contributing import ContributingAppConfig


class HomeConfig(ContributingAppConfig):
    name = "home"
    verbose_name = _("start page and guides")
