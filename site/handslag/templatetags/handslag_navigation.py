"""Breadcrumbs for pages."""

from django import template
from django.template import Context
from wagtail.models import Page

from handslag.navigation.breadcrumbs import breadcrumbs
from handslag.navigation.context import MenuItem

register = template.Library()


@register.simple_tag(takes_context=True)
def breadcrumbs_of(context: Context, page: Page) -> list[MenuItem]:
    """Empty where there is no request (a preview without one)."""
    request = context.get("request")
    return breadcrumbs(request, page) if request is not None else []
