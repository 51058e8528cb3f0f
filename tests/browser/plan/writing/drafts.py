"""What is stored of the plan's draft, read from the running site's database."""

import json
import re
import sqlite3
from dataclasses import dataclass
from typing import Any

from tests.support.demo_site import DemoSite

LATEST = """
SELECT revision.id, revision.content FROM wagtailcore_revision AS revision
JOIN wagtailcore_page AS page ON page.latest_revision_id = revision.id
JOIN plan_pages_actionplanpage AS plan ON plan.page_ptr_id = page.id
"""
ONE = "SELECT id, content FROM wagtailcore_revision WHERE id = ?"
# The editor gives every paragraph a key, which is no part of the text.
_KEY = re.compile(r' data-block-key=\\?"\w+\\?"')


@dataclass(frozen=True)
class Draft:
    """`sections` as the StreamField holds them."""

    revision: int
    title: str
    sections: list[dict[str, Any]]

    @property
    def ids(self) -> list[str]:
        """Of all blocks, in the order of the text."""
        return [
            block["id"]
            for section in self.sections
            for block in (section, *section["value"]["body"], *section["value"]["facts"])
        ]


def latest_draft(site: DemoSite) -> Draft:
    return _read(site, LATEST)


def draft_of(site: DemoSite, revision: int) -> Draft:
    return _read(site, ONE, revision)


def _read(site: DemoSite, query: str, *values: int) -> Draft:
    connection = sqlite3.connect(site.database, timeout=20)
    try:
        revision, content = connection.execute(query, values).fetchone()
    finally:
        connection.close()
    fields = json.loads(content)
    return Draft(revision, fields["title"], json.loads(_KEY.sub("", fields["sections"])))
