"""How often things are looked at again."""

from config.settings.base import ENVIRONMENT

# Months between two reviews of whether the plan in force is current.
PLAN_REVIEW_MONTHS = ENVIRONMENT.review_months

# Days until the particulars of organisations and contact persons are looked at again.
CONTACTS_CHECK_DAYS = ENVIRONMENT.contacts_check_days
