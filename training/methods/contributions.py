"""What reviews of methods bring to the house."""

from django.utils.translation import gettext_lazy as _

from handslag.search.kinds import Kind, kinds
from handslag.search.providers import providers
from handslag.start.todos import todo_sources
from handslag.urls_registry import UrlContribution, urls
from training.methods import todos
from training.methods.search import methods

urls.register(UrlContribution("utbildning/metoder/", "training.methods.urls"))
kinds.register(Kind(methods.name, _("Methods"), order=46))
providers.register(methods.provider())
methods.connect()
todo_sources.register(todos.reviewing)
