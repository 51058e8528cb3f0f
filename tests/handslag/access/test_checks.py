"""The system checks of "closed by default"."""

import pytest
from django.apps import apps
from wagtail.models import Page

from handslag.access import checks
from handslag.contributing import ContributingAppConfig
from home.start.models import HomePage


@pytest.fixture
def without_base(monkeypatch: pytest.MonkeyPatch) -> type[Page]:
    """As if our start page derived from something else."""
    monkeypatch.setattr(checks, "HandslagPage", type("Other", (), {}))
    return HomePage


def test_page_models__all_of_ours_are_guarded() -> None:
    assert checks.check_page_models(None) == []


def test_page_models__an_unguarded_type_of_ours_is_an_error(without_base: type[Page]) -> None:
    assert without_base in {error.obj for error in checks.check_page_models(None)}


def test_page_models__of_another_site_only_warn_before_deploying(
    without_base: type[Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its app may even be called as ours."""

    class Host:
        pass

    monkeypatch.setattr(checks, "ContributingAppConfig", Host)
    assert isinstance(apps.get_app_config("home"), ContributingAppConfig)
    assert checks.check_page_models(None) == []
    warnings = checks.check_host_page_models(None)
    assert {warning.id for warning in warnings} == {"handslag.W101"}
    assert without_base in {warning.obj for warning in warnings}
