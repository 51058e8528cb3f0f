"""The app's page types; each lives with its feature."""

from home.guides.models import GuideIndexPage, GuidePage
from home.news.models import NewsIndexPage, NewsPage
from home.public.models import AccessibilityStatementPage, PublicHomePage, PublicPage
from home.start.models import HomePage

__all__ = [
    "AccessibilityStatementPage",
    "GuideIndexPage",
    "GuidePage",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "PublicHomePage",
    "PublicPage",
]
