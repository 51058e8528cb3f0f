"""What a matter is about: two kinds (B-1.5) and a fixed list of themes, so that no belief can be typed as one."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# Keeps the log, and the only one that may know of exposure matters.
ROLE = "dialogue"


class MatterKind(models.TextChoices):
    """`EXPOSURE` is that somebody is a target; such entries are for the role `dialogue` only."""

    CONSULTATION = "consultation_support", _("Need of consultation support")
    EXPOSURE = "exposure", _("Exposure: threats, hatred or vandalism against those we talk with")


class Theme(models.TextChoices):
    SAFETY = "safety", _("Safety at premises and gatherings")
    YOUTH = "youth", _("Children and young people")
    SCHOOL = "school", _("School and education")
    LEISURE = "leisure", _("Leisure and meeting places")
    INFORMATION = "information", _("Information and contact routes")
    SUPPORT = "support", _("Where to turn for support")
    INTERNET = "internet", _("Internet and media")
    COOPERATION = "cooperation", _("Cooperation between organisations")
    PREPAREDNESS = "preparedness", _("Preparedness")
    OTHER = "other", _("Other")


def theme_names(themes: list[str]) -> list[str]:
    """In the list's order; a theme that is no longer in it is shown by its code."""
    known = [str(theme.label) for theme in Theme if theme in themes]
    return known + [theme for theme in themes if theme not in Theme.values]
