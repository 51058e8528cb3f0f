"""The demo's pages: a fictional municipality, Björkmark, with the made-up code 9901."""

from django.utils.translation import override
from wagtail.models import Locale, Page, Site

from handslag.places.models import Municipality
from home.start.models import HomePage

MUNICIPALITY = "Björkmarks kommun"


def load_pages() -> None:
    Municipality.objects.get_or_create(code="9901", defaults={"name": MUNICIPALITY})
    if HomePage.objects.exists():
        return
    with override("sv"):
        locale, _created = Locale.objects.get_or_create(language_code="sv")
        root = Page.get_first_root_node()
        home = root.add_child(instance=HomePage(title="Handslag", slug="handslag", locale=locale))
        site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
        site.hostname, site.port, site.site_name, site.root_page = "localhost", 80, MUNICIPALITY, home
        site.save()
        root.get_children().filter(slug="home").exclude(pk=home.pk).delete()
