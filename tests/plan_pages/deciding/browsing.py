"""A page's form as a browser without scripts would send it: what stands in it, hidden fields included."""

from html.parser import HTMLParser
from typing import Any

from django.test import Client


class Forms(HTMLParser):
    """Every form of a page that posts, as name → value."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self._fields: dict[str, str] | None = None
        self._select = self._text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form" and found.get("method") == "post":
            self._fields = {}
            self.forms.append(self._fields)
        elif self._fields is None:
            return
        elif tag == "input" and found.get("name"):
            self._input(found)
        elif tag == "textarea":
            self._text = found["name"]
            self._fields[self._text] = ""
        elif tag == "select":
            self._select = found["name"]
        elif tag == "option" and self._select and "selected" in found:
            self._fields[self._select] = found["value"]

    def _input(self, found: dict[str, str]) -> None:
        kind = found.get("type", "text")
        if kind in ("radio", "checkbox") and "checked" not in found:
            return
        assert self._fields is not None
        self._fields[found["name"]] = found.get("value", "")

    def handle_data(self, data: str) -> None:
        if self._text and self._fields is not None:
            self._fields[self._text] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            if self._fields is not None:
                # The first line break after the tag is the template's, not the text's.
                self._fields[self._text] = self._fields[self._text].removeprefix("\r\n").removeprefix("\n")
            self._text = ""
        elif tag == "select":
            self._select = ""
        elif tag == "form":
            self._fields = None


def form_in(html: str, way: str = "") -> dict[str, str]:
    """The form of that way; without one, the largest of the page."""
    found = [form for form in Forms(html).forms if not way or form.get("way") == way]
    return max(found, key=len)


def opened(client: Client, address: str, way: str = "") -> dict[str, str]:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return form_in(answer.content.decode(), way)


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client
