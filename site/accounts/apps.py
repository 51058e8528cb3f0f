"""Accounts of the site."""

from django.utils.translation import gettext_lazy as _

from handslag.contributing import ContributingAppConfig


class AccountsConfig(ContributingAppConfig):
    name = "accounts"
    verbose_name = _("accounts")
