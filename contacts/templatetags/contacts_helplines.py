"""What the sheet of helplines says of itself."""

import datetime

from django import template
from django.utils.translation import gettext_lazy

from handslag.languages import marked
from handslag.templatetags.handslag_dates import in_words

register = template.Library()
TAKEN_DOWN = gettext_lazy("Take the sheet down after %(date)s and print a new one.")


@register.simple_tag
def taken_down_after(day: datetime.date) -> str:
    return marked(TAKEN_DOWN, date=in_words(day))
