"""Contacts."""

from django.utils.translation import gettext_lazy as _

from handslag.contributing import ContributingAppConfig


class ContactsConfig(ContributingAppConfig):
    name = "contacts"
    verbose_name = _("contacts: organisations, bodies that meet, helplines, dialogue")
