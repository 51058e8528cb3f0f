"""The demo's training catalogue."""

from django.utils.translation import override
from wagtail.models import Site

from training.catalogue.models import CatalogueIndexPage


def load_catalogue() -> None:
    if CatalogueIndexPage.objects.exists():
        return
    with override("sv"):
        Site.objects.get(is_default_site=True).root_page.add_child(
            instance=CatalogueIndexPage(
                title="Utbildning",
                slug="utbildning",
                show_in_menus=True,
                introduction="<p>Utbildningar om våldsbejakande extremism och om att samtala med den som "
                "är på väg in i den.</p>",
            )
        )
