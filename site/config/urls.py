"""Addresses: ours first, then the pages. The order is the rule: no page's slug can shadow an address of ours."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path, re_path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.urls import serve_pattern

from accounts.signin.limits import too_many_requests
from handslag.access.serving import serve_page
from handslag.errors import views as errors
from handslag.health.views import health
from handslag.urls_registry import contributed_urlpatterns
from home.editors.entrance import enter_admin
from media.views import serve_document

handler400 = errors.bad_request
handler403 = errors.permission_denied
handler404 = errors.page_not_found
# Asked for by allauth, not by Django.
handler429 = too_many_requests
handler500 = errors.server_error

urlpatterns: list[URLPattern | URLResolver] = [
    path("halsa/", health, name="health"),
    path("media/", include("media.urls")),
    re_path(r"^dokument/(\d+)/(.*)$", serve_document, name="wagtaildocs_serve"),
    # Wagtail's own doors are closed: sign-in and password reset are allauth's.
    path("admin/login/", enter_admin),
    path("admin/", include("accounts.admin_urls")),
    path("admin/", include(wagtailadmin_urls)),
]
urlpatterns += i18n_patterns(
    path("konto/", include("accounts.urls")),
    *contributed_urlpatterns(),
    # Wagtail's other addresses (password forms of view restrictions, a sign-in of its own) are not mounted.
    re_path(serve_pattern, serve_page, name="wagtail_serve"),
    prefix_default_language=False,
)
