"""The three audiences of a page, picture or document."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    PUBLIC = "public", _("Everyone, also without signing in")
    STAFF = "staff", _("Everyone with an account")
    RESTRICTED = "restricted", _("Only certain roles")
