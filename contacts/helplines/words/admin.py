"""Translations in the admin: asked for from the list of helplines, written in wagtail-localize's editor.

Imported only where wagtail-localize is installed (`contributions`).
"""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.generic import RedirectView, TemplateView
from wagtail import hooks
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail_localize.components import TranslationComponentManager
from wagtail_localize.views.submit_translations import SubmitSnippetTranslationView

from contacts.helplines.helpline import Helpline
from contacts.helplines.words.keeping import is_source, keep
from contacts.helplines.words.model import HelplineWords
from contacts.helplines.words.progress import CHANGE, EDIT, TRANSLATE

HELPLINES = "contacts_helplines:index"


class NeverAdded(ModelPermissionPolicy):
    """Rows come with the helpline and with the translation, never by themselves."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "add" and bool(super().user_has_permission(user, action))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return bool(super().user_has_any_permission(user, [one for one in actions if one != "add"]))


class TranslateView(SubmitSnippetTranslationView):
    """wagtail-localize's own page, for those who keep the helplines: its permission would let them translate (and so
    publish) every page of the site."""

    def get_object(self) -> HelplineWords:
        words = keep(get_object_or_404(Helpline, pk=self.kwargs["helpline_id"]))
        if words is None:
            raise Http404
        return words

    def get_default_success_url(self, translated_snippet: Any = None) -> str:
        return reverse(EDIT, args=[translated_snippet.pk]) if translated_snippet else reverse(HELPLINES)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(CHANGE):
            raise PermissionDenied
        self.object = self.get_object()
        self.components = TranslationComponentManager.from_request(
            request, source_object_instance=self.object
        )
        # Past the base's own question, which is about another permission.
        return TemplateView.dispatch(self, request, *args, **kwargs)


class HelplineWordsViewSet(SnippetViewSet):
    model = HelplineWords
    icon = "wagtail-localize-language"
    menu_item_is_registered = True
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = False
    # The list of helplines says what is translated.
    index_view_class = RedirectView

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return {"pattern_name": HELPLINES}

    def register_chooser_viewset(self) -> None:
        """Nothing is made of a translation, so nobody chooses one."""


def addresses() -> list[URLPattern]:
    return [path("stodlinjer/translate/<int:helpline_id>/", TranslateView.as_view(), name=TRANSLATE)]


def lead_to_helpline(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """The words in the site's own language are the helpline's."""
    if isinstance(instance, HelplineWords) and is_source(instance):
        return redirect("contacts_helplines:edit", instance.helpline_id)
    return None


def refuse_source(request: HttpRequest, instances: Any) -> HttpResponse | None:
    if any(isinstance(row, HelplineWords) and is_source(row) for row in instances):
        messages.error(request, _("These are the helpline's own words. Only translations are deleted here."))
        return redirect(HELPLINES)
    return None


def connect() -> None:
    register_permission_policy(HelplineWords, NeverAdded(HelplineWords), exact_class=True)
    register_snippet(HelplineWordsViewSet)
    hooks.register("register_admin_urls", addresses)
    # After wagtail-localize's own, which takes the rows that have a translation going.
    hooks.register("before_edit_snippet", lead_to_helpline, order=1)
    hooks.register("before_delete_snippet", refuse_source)
