"""The site with Wagtail's two APIs, which Handslag does not mount."""

from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.api.v3.urls import api

from config import urls

router = WagtailAPIRouter("wagtailapi")
router.register_endpoint("pages", PagesAPIViewSet)

handler400, handler403 = urls.handler400, urls.handler403
handler404, handler429, handler500 = urls.handler404, urls.handler429, urls.handler500

urlpatterns = [path("api/v2/", router.urls), path("api/v3/", api.urls), *urls.urlpatterns]
