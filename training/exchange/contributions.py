"""What lists in and out bring to the house."""

from handslag.urls_registry import UrlContribution, urls

urls.register(UrlContribution("utbildning/import/", "training.exchange.import_urls"))
urls.register(UrlContribution("utbildning/export/", "training.exchange.export_urls"))
