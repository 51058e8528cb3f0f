"""Django forms in Handslag's own markup, form by form: the Wagtail admin keeps its own."""

from typing import Any

from django.forms.renderers import BaseRenderer, DjangoTemplates
from django.template import loader

OURS = "handslag/"


class HandslagRenderer(DjangoTemplates):
    """Our templates for form and field; Django's for the widgets."""

    form_template_name = "handslag/forms/form.html"
    field_template_name = "handslag/forms/field.html"

    def get_template(self, template_name: str) -> Any:
        """Our templates are the site's, so that a host site may override them."""
        if template_name.startswith(OURS):
            return loader.get_template(template_name)
        return super().get_template(template_name)


class InOurMarkup:
    """Put before Form or ModelForm, and `{{ form }}` gives our components."""

    default_renderer: BaseRenderer | type[BaseRenderer] | None = HandslagRenderer
