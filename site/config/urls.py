"""Addresses: ours first, then the pages. The order is the rule: no page's slug can shadow an address of ours."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.urls import serve_pattern

from handslag.access.serving import serve_page
from handslag.errors import views as errors
from handslag.health.views import health
from handslag.urls_registry import contributed_urlpatterns
from media.views import serve_document

handler400 = errors.bad_request
handler403 = errors.permission_denied
handler404 = errors.page_not_found
handler500 = errors.server_error

to_sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns: list[URLPattern | URLResolver] = [
    path("halsa/", health, name="health"),
    path("media/", include("media.urls")),
    re_path(r"^dokument/(\d+)/(.*)$", serve_document, name="wagtaildocs_serve"),
    # Wagtail's own doors are closed: sign-in and password reset are allauth's.
    path("admin/login/", to_sign_in),
    path("admin/", include(wagtailadmin_urls)),
]
urlpatterns += i18n_patterns(
    path("konto/", include("allauth.urls")),
    *contributed_urlpatterns(),
    # Wagtail's other addresses (password forms of view restrictions, a sign-in of its own) are not mounted.
    re_path(serve_pattern, serve_page, name="wagtail_serve"),
    prefix_default_language=False,
)
