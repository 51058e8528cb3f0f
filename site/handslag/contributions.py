"""What the house itself brings to its own registries."""

from django.utils.translation import gettext_lazy as _

from handslag.access import checks, signals
from handslag.access.read_log import retention as read_log_retention
from handslag.access.read_log import views as read_log
from handslag.navigation.entries import MenuEntry, account_menu, named
from handslag.places import admin as places_admin
from handslag.privacy import guard
from handslag.reminders.purging import purge_reminders
from handslag.retention import Purge, purges
from handslag.search import index_tables, page_signals
from handslag.search.kinds import PAGE, Kind, kinds
from handslag.search.pages import page_provider
from handslag.search.providers import providers
from handslag.spreadsheets import history as file_history
from handslag.trash import admin as trash_admin
from handslag.urls_registry import UrlContribution, urls

signals.connect()
checks.connect()
trash_admin.connect()
index_tables.connect()
page_signals.connect()
guard.connect()
file_history.connect()
places_admin.connect()

urls.register(UrlContribution("stil/", "handslag.styleguide.urls"))
account_menu.register(MenuEntry("styleguide", _("Style guide"), named("styleguide"), order=900))
kinds.register(Kind(PAGE, _("Pages"), order=50))
providers.register(page_provider)
purges.register(Purge("reminders", purge_reminders))

urls.register(UrlContribution("granskning/", "handslag.access.read_log.urls"))
account_menu.register(read_log.entry)
purges.register(read_log_retention.purge)
