"""No page can take an address that the site serves itself."""

import pytest
from django.core.exceptions import ValidationError

from handslag.urls_registry import UrlContribution, reserved_slugs, urls
from home.models import HomePage, PublicPage

pytestmark = pytest.mark.django_db


def test_reserved_slugs__hold_every_registered_first_segment() -> None:
    assert {"stil", "admin", "media", "static"} <= reserved_slugs()


def test_page__refuses_an_address_of_the_site_below_the_start_page() -> None:
    urls.register(UrlContribution("provadress/", "handslag.styleguide.urls"))
    try:
        page = PublicPage(title="Prov", slug="provadress", depth=3)
        with pytest.raises(ValidationError, match="provadress"):
            page.clean()
    finally:
        urls.unregister("provadress/")


def test_page__may_use_the_word_deeper_in_the_tree() -> None:
    page = PublicPage(title="Prov", slug="stil", depth=4)
    page.clean()


def test_page__root_of_a_site_is_not_concerned() -> None:
    HomePage(title="Start", slug="stil", depth=2).clean()
