"""How often things are looked at again."""

from config.settings.base import ENVIRONMENT

# Months between two reviews of whether the plan in force is current.
PLAN_REVIEW_MONTHS = ENVIRONMENT.review_months
# Days that a helpline is shown to the public after somebody called it and found its particulars right.
HELPLINE_DAYS = ENVIRONMENT.helpline_days

# Days that a closed request for guidance, a closed question and the log of restricted reading are kept.
GUIDANCE_KEEP_DAYS = ENVIRONMENT.guidance_keep_days
QUESTION_KEEP_DAYS = ENVIRONMENT.question_keep_days
READ_LOG_KEEP_DAYS = ENVIRONMENT.read_log_keep_days

# Days until the particulars of organisations and contact persons are looked at again.
CONTACTS_CHECK_DAYS = ENVIRONMENT.contacts_check_days

# Hours that an offered place in a training is kept, days that what was written for the day is kept after it, and years
# that it is known who took part.
TRAINING_OFFER_HOURS = ENVIRONMENT.training_offer_hours
TRAINING_NEEDS_DAYS = ENVIRONMENT.training_needs_days
TRAINING_KEEP_YEARS = ENVIRONMENT.training_keep_years

# Months after which a task of a body's mandate that nobody has worked on is idle, and days that an observation from a
# safety walk may stay open.
MANDATE_TASK_IDLE_MONTHS = ENVIRONMENT.mandate_task_idle_months
OBSERVATION_OPEN_DAYS = ENVIRONMENT.observation_open_days

# Days after a meeting that its guests' private addresses hold, and that their mail addresses are kept.
GUEST_ADDRESS_DAYS = ENVIRONMENT.guest_address_days
GUEST_KEEP_DAYS = ENVIRONMENT.guest_keep_days
# Days after which the link of a training's material is looked at again; 0: the server asks nobody.
TRAINING_LINK_DAYS = ENVIRONMENT.training_link_days
# Days before training holds no longer that the person is asked to refresh it, months that training had elsewhere holds,
# and months until a method is reviewed again.
TRAINING_REFRESH_SOON_DAYS = ENVIRONMENT.training_refresh_soon_days
TRAINING_EARLIER_MONTHS = ENVIRONMENT.training_earlier_months
METHOD_REVIEW_MONTHS = ENVIRONMENT.method_review_months
