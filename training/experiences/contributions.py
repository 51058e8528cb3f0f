"""What experiences bring to the house."""

from django.utils.translation import gettext_lazy as _

from handslag.search.kinds import Kind, kinds
from handslag.search.providers import providers
from handslag.urls_registry import UrlContribution, urls
from training.experiences.search import experiences

urls.register(UrlContribution("utbildning/erfarenheter/", "training.experiences.urls"))
kinds.register(Kind(experiences.name, _("Experiences"), order=47))
providers.register(experiences.provider())
experiences.connect()
