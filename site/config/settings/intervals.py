"""How often things are looked at again."""

from config.settings.base import ENVIRONMENT

# Months between two reviews of whether the plan in force is current.
PLAN_REVIEW_MONTHS = ENVIRONMENT.review_months
