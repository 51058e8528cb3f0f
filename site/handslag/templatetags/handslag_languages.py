"""Words of the frame that may be missing in the reader's language: `{{ _("Call")|spoken }}`."""

import datetime
from typing import Any

from django import template
from django.utils.translation import gettext_lazy

from handslag.languages import marked
from handslag.templatetags.handslag_dates import in_words

register = template.Library()
CHECKED = gettext_lazy("checked on %(date)s")
PRINTED = gettext_lazy("Printed on %(date)s")


@register.filter
def spoken(message: Any) -> str:
    return marked(message)


@register.simple_tag
def checked_on(day: datetime.date) -> str:
    return marked(CHECKED, date=in_words(day))


@register.simple_tag
def printed_on(day: datetime.date) -> str:
    return marked(PRINTED, date=in_words(day))
