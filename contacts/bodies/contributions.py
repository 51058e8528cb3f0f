"""What bodies and their meetings bring to the house."""

from contacts.bodies import calendar_keeping, copying
from handslag.retention import purges
from handslag.urls_registry import UrlContribution, urls

urls.register(UrlContribution("samverkan/kalender/", "contacts.bodies.calendar_urls"))
purges.register(calendar_keeping.purge)
copying.connect()
