"""Two content policies: the front runs without any inline code, the admin as strict as it can run.

The Wagtail editor sets inline styles and shows image files it has just read (`blob:`, `data:`), and frames its own
previews; scripts carry a nonce there. Reproduced in Chromium, see docs/decisions/0007-content-policy.md.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csp import ContentSecurityPolicyMiddleware
from django.utils.csp import CSP

FRONT_POLICY = {
    "default-src": [CSP.SELF],
    "base-uri": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.SELF],
    "object-src": [CSP.NONE],
}
ADMIN_POLICY = {
    **FRONT_POLICY,
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:", "blob:"],
    "frame-src": [CSP.SELF],
}


class PolicyMiddleware(ContentSecurityPolicyMiddleware):
    """Gives every answer the policy of its part of the site."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if request.path.startswith(settings.ADMIN_PATH) and not hasattr(response, "_csp_config"):
            response._csp_config = ADMIN_POLICY  # type: ignore[attr-defined]  # Django's own hook for this
        return super().process_response(request, response)
