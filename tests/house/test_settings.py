"""A bad setting stops the start with one sentence that names the variable."""

from pathlib import Path

import pytest

from tests.support.site_process import manage, site_settings

GOOD = {"BASE_URL": "https://handslag.kommun.test", "ALLOWED_HOSTS": "handslag.kommun.test"}


def start_with(tmp_path: Path, **changed: str) -> list[str]:
    """The lines of the error output of a start that failed."""
    settings = {**site_settings(tmp_path, f"sqlite:///{tmp_path}/site.sqlite3"), **GOOD, **changed}
    settings = {name: value for name, value in settings.items() if value != "(unset)"}
    done = manage("migrate", "--plan", settings=settings, check=False)
    assert done.returncode != 0
    return done.stderr.strip().splitlines()


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("SECRET_KEY", "(unset)"),
        ("DATABASE_URL", "mysql://handslag@127.0.0.1/handslag"),
        ("DATABASE_URL", "postgres://handslag@127.0.0.1"),
        ("DATABASE_URL", "postgres://handslag:hemligt@127.0.0.1:1/handslag"),
        ("DEBUG", "perhaps"),
        ("BASE_URL", "handslag"),
        ("HANDSLAG_APPS", "plan_pages,kontakter"),
        ("HANDSLAG_APPS", "training"),
        ("EMAIL_URL", "mail.kommun.test"),
        ("PROPOSER_KEPT_MONTHS", "two years"),
        ("PROPOSER_KEPT_MONTHS", "0"),
        ("PLAN_REVIEW_MONTHS", "0"),
        ("HELPLINE_DAYS", "0"),
        ("REMIND_AGAIN_DAYS", "fjorton"),
        ("REMIND_DAYS_BEFORE", "-1"),
        ("GUIDANCE_KEEP_DAYS", "ett år"),
        ("GUEST_KEEP_DAYS", "-1"),
        ("GUEST_KEEP_DAYS", "6"),
        ("GUEST_ADDRESS_DAYS", "31"),
        ("READ_LOG_KEEP_DAYS", "3661"),
        ("QUESTION_KEEP_DAYS", "3661"),
        ("TRAINING_LINK_DAYS", "367"),
        ("TRAINING_REFRESH_SOON_DAYS", "-1"),
        ("TRAINING_EARLIER_MONTHS", "0"),
        ("METHOD_REVIEW_MONTHS", "0"),
        ("TRAINING_OFFER_HOURS", "337"),
        ("TRAINING_KEEP_YEARS", "0"),
        ("TRAINING_NEEDS_DAYS", "two"),
    ],
)
def test_start__a_bad_value_is_one_sentence_that_names_the_variable(
    tmp_path: Path, variable: str, value: str
) -> None:
    lines = start_with(tmp_path, **{variable: value})
    assert len(lines) == 1, lines
    assert variable in lines[0]
    assert "hemligt" not in lines[0]


@pytest.mark.parametrize("variable", ["DEBUG", "DEMO"])
def test_start__debug_or_demo_on_a_public_address_is_refused(tmp_path: Path, variable: str) -> None:
    public = {"BASE_URL": "https://handslag.example.org", "ALLOWED_HOSTS": "handslag.example.org"}
    lines = start_with(tmp_path, **public, **{variable: "true"})
    assert len(lines) == 1, lines
    assert variable in lines[0]


def test_start__an_empty_secret_is_not_invented_in_production(tmp_path: Path) -> None:
    start_with(tmp_path, SECRET_KEY="(unset)")
    assert not (tmp_path / "secret-key").exists()
