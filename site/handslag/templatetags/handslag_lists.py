"""The links of a list that runs over several pages."""

from django import template
from django.core.paginator import Page
from django.http import QueryDict

register = template.Library()

GAP = None


@register.simple_tag
def page_link(query: QueryDict | None, number: int) -> str:
    """The address of a page of the list, with the filters kept."""
    parameters = query.copy() if query else QueryDict(mutable=True)
    parameters["page"] = str(number)
    return f"?{parameters.urlencode()}"


@register.simple_tag
def page_numbers(page: Page) -> list[int | None]:
    """First, last and the neighbours; a gap stands for those left out."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else GAP for number in numbers]
