"""What must never happen on any page: requests to other hosts, policy violations, errors on the console."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

REPORT_VIOLATIONS = """
document.addEventListener('securitypolicyviolation', (event) => {
  const place = `${event.sourceFile || ''} ${event.sample || ''}`;
  window.reportPolicyViolation(`${event.violatedDirective}: ${event.blockedURI} ${place}`);
});
"""
LOCAL_SCHEMES = {"data", "blob", "about"}


class Faults:
    """Collects from every context it watches."""

    def __init__(self, own_address: str) -> None:
        self._own_host = urlsplit(own_address).netloc
        self._expected: list[re.Pattern[str]] = []
        self.foreign_requests: list[str] = []
        self.policy_violations: list[str] = []
        self.errors: list[str] = []

    def watch(self, context: BrowserContext) -> None:
        context.expose_binding(
            "reportPolicyViolation", lambda source, text: self._violation(source["page"].url, text)
        )
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("console", self._console)
        context.on("weberror", self._script_error)

    def expect(self, pattern: str) -> None:
        """What this test provokes on purpose."""
        self._expected.append(re.compile(pattern))

    def assert_none(self) -> None:
        unexpected = [
            f"{kind}: {text}"
            for kind, texts in (
                ("request to another host", self.foreign_requests),
                ("policy violation", self.policy_violations),
                ("error", self.errors),
            )
            for text in texts
            if not any(pattern.search(text) for pattern in self._expected)
        ]
        assert not unexpected, "\n".join(unexpected)

    def _violation(self, url: str, text: str) -> None:
        self.policy_violations.append(f"{url}: {text}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in LOCAL_SCHEMES and address.netloc != self._own_host:
            self.foreign_requests.append(request.url)

    def _response(self, response: Response) -> None:
        if response.status >= 500:
            self.errors.append(f"{response.url}: status {response.status}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.location.get('url', '')}: {message.text}")

    def _script_error(self, error: WebError) -> None:
        self.errors.append(f"{error.page.url if error.page else ''}: {error.error}")
