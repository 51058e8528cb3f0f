"""A draft may be mistaken for the plan only by somebody who cannot see its pages."""

import datetime

import pytest

from handslag import clock
from plan_pages.pdf import draft_pdf

from .reading import pages_of
from .samples import ADDRESS, full_section, long_plan, plan


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: datetime.date(2026, 5, 4))


def test_draft__says_so_on_every_page() -> None:
    pages = pages_of(draft_pdf(long_plan(12).model_copy(update={"language": "en"}), address=ADDRESS))
    assert len(pages) > 5
    assert all("Draft of 4 May 2026, not decided" in page for page in pages)


def test_draft__carries_no_decision_and_no_checksum() -> None:
    pages = pages_of(draft_pdf(plan(full_section(), language="en"), address=ADDRESS))
    assert "Nothing in this text applies before it is decided." in pages[0]
    assert ADDRESS in pages[0]
    assert not any("Registry number" in page or "Checksum" in page for page in pages)


def test_draft__same_day_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    document = plan(full_section())
    first = draft_pdf(document, address=ADDRESS)
    assert draft_pdf(document, address=ADDRESS) == first
    monkeypatch.setattr(clock, "today", lambda: datetime.date(2026, 5, 5))
    assert draft_pdf(document, address=ADDRESS) != first
