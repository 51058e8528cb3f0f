"""Fills the site with the demo's pages."""

import datetime

from django.utils.translation import override
from wagtail.models import Locale, Page, Site

from handslag import clock
from handslag.places.models import Municipality
from home.demo import arabic, english, guides_sv, news_sv, public_sv
from home.demo.tree import ensure, ensure_home_translation, ensure_translation
from home.guides.models import GuideIndexPage, GuidePage
from home.news.models import NewsIndexPage, NewsPage
from home.public.models import AccessibilityStatementPage, PublicHomePage, PublicPage
from home.start.models import HomePage

MUNICIPALITY = "Björkmarks kommun"
SITE_NAME = "Handslag i Björkmark"
INTRODUCTION = "<p>Här börjar arbetet mot våldsbejakande extremism i Björkmark.</p>"
INTRODUCTION_EN = "<p>This is where Björkmark's work against violent extremism begins.</p>"


def load_pages() -> None:
    """May be run again: what is there stays as somebody may have changed it."""
    Municipality.objects.get_or_create(code="9901", defaults={"name": MUNICIPALITY})
    with override("sv"):
        home = _home()
        news = _news(home)
        guides = _guides(home)
        public = _public(home)
    with override("en"):
        _english(home, news, guides, public)
    with override("ar"):
        _arabic(home, public)


def _home() -> HomePage:
    existing = HomePage.objects.filter(locale__language_code="sv").first()
    if existing is not None:
        return existing
    locale, _created = Locale.objects.get_or_create(language_code="sv")
    root = Page.get_first_root_node()
    page = root.add_child(
        instance=HomePage(title="Handslag", slug="handslag", locale=locale, introduction=INTRODUCTION)
    )
    page.save_revision(clean=False).publish()
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.hostname, site.port, site.site_name, site.root_page = "localhost", 80, SITE_NAME, page
    site.save()
    root.get_children().filter(slug="home").exclude(pk=page.pk).delete()
    return HomePage.objects.get(pk=page.pk)


def _news(home: HomePage) -> NewsIndexPage:
    index = ensure(
        home,
        NewsIndexPage,
        news_sv.TITLE,
        news_sv.SLUG,
        show_in_menus=True,
        introduction=news_sv.INTRODUCTION,
    )
    for days_ago, title, slug, summary, body in reversed(news_sv.NEWS):
        day = clock.today() - datetime.timedelta(days=days_ago)
        ensure(index, NewsPage, title, slug, date=day, summary=summary, body=body)
    return index


def _guides(home: HomePage) -> GuideIndexPage:
    index = ensure(
        home,
        GuideIndexPage,
        guides_sv.TITLE,
        guides_sv.SLUG,
        show_in_menus=True,
        introduction=guides_sv.INTRODUCTION,
    )
    for title, slug, situation, body in guides_sv.GUIDES:
        ensure(index, GuidePage, title, slug, situation=situation, body=body)
    return index


def _public(home: HomePage) -> PublicHomePage:
    section = ensure(
        home,
        PublicHomePage,
        public_sv.TITLE,
        public_sv.SLUG,
        show_in_menus=True,
        introduction=public_sv.INTRODUCTION,
        body=public_sv.BODY,
    )
    for title, slug, body in public_sv.PAGES:
        ensure(section, PublicPage, title, slug, body=body, search_description=public_sv.DESCRIPTIONS[slug])
    ensure(
        section,
        AccessibilityStatementPage,
        public_sv.STATEMENT_TITLE,
        public_sv.STATEMENT_SLUG,
        body=public_sv.STATEMENT,
        search_description=public_sv.STATEMENT_DESCRIPTION,
        contact_email=public_sv.CONTACT,
        reviewed_on=clock.today(),
    )
    return section


def _english(home: HomePage, news: NewsIndexPage, guides: GuideIndexPage, public: PublicHomePage) -> None:
    english_home = ensure_home_translation(home, "en", english.HOME_TITLE, introduction=INTRODUCTION_EN)
    index = ensure_translation(
        english_home, news, english.NEWS_TITLE, english.NEWS_SLUG, introduction=english.NEWS_INTRODUCTION
    )
    for slug, (title, english_slug, summary, body) in english.NEWS.items():
        source = NewsPage.objects.child_of(news).filter(slug=slug).first()
        if source:
            ensure_translation(
                index, source, title, english_slug, date=source.date, summary=summary, body=body
            )
    guide_index = ensure_translation(
        english_home,
        guides,
        english.GUIDES_TITLE,
        english.GUIDES_SLUG,
        introduction=english.GUIDES_INTRODUCTION,
    )
    for slug, (title, english_slug, situation, body) in english.GUIDES.items():
        source_guide = GuidePage.objects.child_of(guides).filter(slug=slug).first()
        if source_guide:
            ensure_translation(guide_index, source_guide, title, english_slug, situation=situation, body=body)
    section = ensure_translation(
        english_home,
        public,
        english.PUBLIC_TITLE,
        english.PUBLIC_SLUG,
        introduction=english.PUBLIC_INTRODUCTION,
    )
    for slug, (title, english_slug, body) in english.PUBLIC.items():
        source_page = PublicPage.objects.child_of(public).filter(slug=slug).first()
        if source_page:
            description = english.DESCRIPTIONS[slug]
            ensure_translation(
                section, source_page, title, english_slug, body=body, search_description=description
            )
    statement = AccessibilityStatementPage.objects.child_of(public).first()
    if statement:
        ensure_translation(
            section,
            statement,
            english.STATEMENT_TITLE,
            english.STATEMENT_SLUG,
            body=english.STATEMENT,
            search_description=english.STATEMENT_DESCRIPTION,
            contact_email=statement.contact_email,
            reviewed_on=statement.reviewed_on,
        )


def _arabic(home: HomePage, public: PublicHomePage) -> None:
    arabic_home = ensure_home_translation(home, "ar", arabic.HOME_TITLE)
    section = ensure_translation(
        arabic_home, public, arabic.PUBLIC_TITLE, arabic.PUBLIC_SLUG, introduction=arabic.PUBLIC_INTRODUCTION
    )
    source = PublicPage.objects.child_of(public).filter(slug=public_sv.WORRIED).first()
    if source:
        ensure_translation(section, source, arabic.WORRIED_TITLE, arabic.WORRIED_SLUG, body=arabic.WORRIED)
