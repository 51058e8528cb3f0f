"""A small tree: a start page, a guide list, a public section, a corner for the role `dialogue`."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.models import Locale, Page, Site

from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from handslag.access.role_setup import setup_roles
from handslag.access.visibility import visible_to
from home.guides.models import GuideIndexPage, GuidePage
from home.public.models import PublicHomePage, PublicPage
from home.start.models import HomePage
from tests.support.once import anew, once
from tests.support.restricted.models import RestrictedPage


@dataclass
class Tree:
    home: Any
    guides: Any
    guide: Any
    public: Any
    notice: Any
    corner: Any
    matter: Any


def grow() -> Tree:
    Locale.objects.get_or_create(language_code="sv")
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(title="Start", slug="start"))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    guides = home.add_child(instance=GuideIndexPage(title="Guider", slug="guider"))
    guide = guides.add_child(instance=GuidePage(title="Guide", slug="guide", situation="När", body=[]))
    public = home.add_child(instance=PublicHomePage(title="Information", slug="information"))
    notice = public.add_child(instance=PublicPage(title="Stöd", slug="stod", body=[]))
    corner = home.add_child(instance=RestrictedPage(title="Hörnet", slug="hornet"))
    matter = corner.add_child(instance=RestrictedPage(title="Ärende", slug="arende"))
    setup_roles()
    return Tree(home, guides, guide, public, notice, corner, matter)


def user(*roles: str, superuser: bool = False, name: str = "") -> Any:
    address = f"{name or '-'.join(roles) or 'ingen'}{'-super' if superuser else ''}@handslag.test"
    made = get_user_model().objects.create_user(address, "handslag-demo", is_superuser=superuser)
    made.groups.set([Group.objects.get_or_create(name=role)[0] for role in roles])
    return made


def restrict(page: Page, *roles: str) -> AccessRule:
    rule, _created = AccessRule.objects.update_or_create(
        page=page, defaults={"audience": Audience.RESTRICTED}
    )
    rule.roles.set([Group.objects.get_or_create(name=role)[0] for role in roles])
    return rule


def sees(person: Any, page: Page) -> bool:
    return visible_to(Page.objects.filter(pk=page.pk), person).exists()


grown = once(grow)


@pytest.fixture
def tree(grown: Tree, db: None) -> Tree:
    return anew(grown)
