"""What registrations bring to the house."""

from handslag.retention import purges
from handslag.urls_registry import UrlContribution, urls
from training.registrations import forgetting, hearing

urls.register(
    UrlContribution("utbildning/", "training.registrations.urls", beside_pages=True, part="registrations")
)
purges.register(forgetting.needs)
purges.register(forgetting.persons)
purges.register(forgetting.notices)
hearing.connect()
