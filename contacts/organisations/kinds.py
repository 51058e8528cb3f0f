"""What kinds of organisations there are, and at which levels they prevent."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    """The actors that the coverage matrix asks for (A3.1, B-1.1, B-1.3) come first."""

    SCHOOL = "school", _("school")
    SOCIAL_SERVICES = "social_services", _("social services")
    LEISURE = "leisure", _("leisure and youth work")
    SECURITY = "security", _("security and preparedness")
    POLICE = "police", _("police")
    REGION = "region", _("region")
    COUNTY_BOARD = "county_board", _("county administrative board")
    MIGRATION = "migration", _("migration and asylum housing")
    AGENCY = "agency", _("other public agency")
    MUNICIPAL = "municipal", _("other municipal operation")
    CIVIL_SOCIETY = "civil_society", _("civil society")
    SPORTS = "sports", _("sports club")
    FAITH_COMMUNITY = "faith_community", _("faith community")
    OTHER = "other", _("other organisation")


class PreventionLevel(models.TextChoices):
    """Of the public health tradition: for everybody, for groups at risk, for single persons."""

    UNIVERSAL = "universal", _("universal")
    SELECTIVE = "selective", _("selective")
    INDICATED = "indicated", _("indicated")
