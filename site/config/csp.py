"""Two content policies: the front runs without any inline code, the admin as strict as it can run.

In the admin no script stands inside a page either: our templates and `home.editors` move what Wagtail writes there
into files. What is left open is named below, each with its reason; docs/decisions/0007-content-policy.md has the rest.
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
# The focal point picker asks the browser about touch by setting on…="return;" on an element it throws away.
TOUCH_PROBE = "'sha256-i+qr4lq34KgNHiW62lWi9aInEBwiEOrfCzaNPCvkqD8='"
ADMIN_POLICY = {
    **FRONT_POLICY,
    # The nonce is for admin pages of other packages that ask for it; none of ours or Wagtail's does.
    "script-src": [CSP.SELF, CSP.NONCE],
    "script-src-attr": [CSP.UNSAFE_HASHES, TOUCH_PROBE],
    # The rich text editor writes its placeholders and list numbers as <style>, in words of the person's language.
    "style-src-elem": [CSP.SELF, CSP.UNSAFE_INLINE],
    # A picture that is about to be uploaded is shown from memory; small icons stand in style sheets.
    "img-src": [CSP.SELF, "data:", "blob:"],
}


class PolicyMiddleware(ContentSecurityPolicyMiddleware):
    """Gives every answer the policy of its part of the site.

    The preview of a page comes from an address of the admin, but Wagtail sends it through all middleware with the
    page's own address, so it carries the policy of the front, as readers will meet it.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if request.path.startswith(settings.ADMIN_PATH) and not hasattr(response, "_csp_config"):
            response._csp_config = ADMIN_POLICY  # type: ignore[attr-defined]  # Django's own hook for this
        return super().process_response(request, response)
