"""Pages and people for tests, in Swedish unless a test says otherwise."""

from typing import Any

import factory
import wagtail_factories
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.models import Locale, Page, Site

from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from home.guides.models import GuideIndexPage, GuidePage
from home.news.models import NewsIndexPage, NewsPage
from home.public.models import AccessibilityStatementPage, PublicHomePage, PublicPage
from home.start.models import HomePage

TODAY = "2026-03-02"


class UserFactory(factory.django.DjangoModelFactory):
    """An account; `roles` are names of groups."""

    email = factory.Sequence(lambda number: f"person{number}@kommun.test")
    name = "Vera Test"

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    @factory.post_generation
    def roles(self, create: bool, names: list[str] | None, **kwargs: Any) -> None:
        for name in names or []:
            self.groups.add(Group.objects.get_or_create(name=name)[0])  # type: ignore[attr-defined]  # an account


class PageFactory(wagtail_factories.PageFactory):
    slug = factory.Sequence(lambda number: f"sida-{number}")
    locale = factory.LazyAttribute(lambda page: page.parent.locale if page.parent else swedish())

    class Meta:
        abstract = True


class HomePageFactory(PageFactory):
    title = "Start"

    class Meta:
        model = HomePage


class NewsIndexPageFactory(PageFactory):
    title, slug, show_in_menus = "Nyheter", "nyheter", True

    class Meta:
        model = NewsIndexPage


class NewsPageFactory(PageFactory):
    title, date, summary = "En nyhet", TODAY, "Det har hänt något."

    class Meta:
        model = NewsPage


class GuideIndexPageFactory(PageFactory):
    title, slug, show_in_menus = "Guider", "guider", True

    class Meta:
        model = GuideIndexPage


class GuidePageFactory(PageFactory):
    title, situation = "En guide", "Något har hänt."

    class Meta:
        model = GuidePage


class PublicHomePageFactory(PageFactory):
    title, slug = "Information", "information"

    class Meta:
        model = PublicHomePage


class PublicPageFactory(PageFactory):
    title = "En öppen sida"

    class Meta:
        model = PublicPage


class AccessibilityStatementPageFactory(PageFactory):
    title, contact_email, reviewed_on = "Tillgänglighetsredogörelse", "tillganglighet@kommun.test", TODAY

    class Meta:
        model = AccessibilityStatementPage


def swedish() -> Locale:
    return Locale.objects.get_or_create(language_code="sv")[0]


def make_site(**fields: Any) -> HomePage:
    """A start page that the default site begins with."""
    home: HomePage = HomePageFactory(parent=Page.get_first_root_node(), locale=swedish(), **fields)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.hostname, site.port, site.root_page, site.site_name = "testserver", 80, home, "Provkommunen"
    site.save()
    return home


def translated_home(home: HomePage, language: str) -> HomePage:
    locale = Locale.objects.get_or_create(language_code=language)[0]
    page: HomePage = HomePageFactory(
        parent=home.get_parent(),
        locale=locale,
        slug=f"start-{language}",
        translation_key=home.translation_key,
    )
    return page


def restrict(page: Page, *roles: str) -> None:
    """Only these roles may see the page and what lies below it."""
    rule, _created = AccessRule.objects.update_or_create(
        page=page, defaults={"audience": Audience.RESTRICTED}
    )
    rule.roles.set([Group.objects.get_or_create(name=name)[0] for name in roles])


def stream(*paragraphs: str) -> list[tuple[str, str]]:
    """Running text as the blocks of a body."""
    return [("text", f"<p>{paragraph}</p>") for paragraph in paragraphs]
