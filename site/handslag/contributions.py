"""What the house itself brings to its own registries."""

from django.utils.translation import gettext_lazy as _

from handslag.access import signals
from handslag.navigation.entries import MenuEntry, account_menu, named
from handslag.urls_registry import UrlContribution, urls

signals.connect()

urls.register(UrlContribution("stil/", "handslag.styleguide.urls"))
account_menu.register(MenuEntry("styleguide", _("Style guide"), named("styleguide"), order=900))
