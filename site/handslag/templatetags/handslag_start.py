"""The start page: its greeting and its panels."""

from django import template
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.template import Context
from django.template.loader import get_template
from django.utils.translation import gettext as _

from handslag.start.panels import FilledPanel

register = template.Library()


@register.simple_tag
def greeting(user: AbstractBaseUser | AnonymousUser) -> str:
    """By first name, where the account has a name."""
    name = str(getattr(user, "name", "") or "").split(" ")[0]
    return _("Hello, %(name)s") % {"name": name} if name else _("Hello")


@register.simple_tag(takes_context=True)
def fill(context: Context, panel: FilledPanel) -> str:
    """A panel sees what its app gave it and nothing of the page around it."""
    content = {**panel.context, "panel_id": f"panel-{panel.name}"}
    return get_template(panel.template).render(content, context.get("request"))
