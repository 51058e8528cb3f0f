"""What finds what, on SQLite and PostgreSQL alike (platform.md §7)."""

from collections.abc import Callable

import pytest
from django.contrib.auth.base_user import AbstractBaseUser
from django.test import override_settings

from handslag.search.models import SearchDocument
from handslag.search.query import parse
from handslag.search.results import Results
from tests.support import searching
from tests.support.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
type Make = Callable[..., SearchDocument]

document = searching.document
LANGUAGES = ("sv", "en", "ar")


@pytest.fixture
def reader() -> AbstractBaseUser:
    user: AbstractBaseUser = UserFactory()
    return user


def found(reader: AbstractBaseUser, typed: str, language: str = "") -> list[str]:
    results = Results(reader, parse(typed), LANGUAGES)
    titles = [
        str(hit.title).replace("<mark>", "").replace("</mark>", "") for hit in results.hits(language=language)
    ]
    assert results.number_in(language) == len(titles)
    return titles


@pytest.mark.parametrize(
    ("titles", "typed"),
    [
        (("Handlingsplan", "Handlingsplanen", "handlingsplaner"), "handlingsplan"),
        (("Handlingsplan", "Handlingsplanen", "handlingsplaner"), "handlingsplanen"),
        (("Handlingsplan", "Handlingsplanen", "handlingsplaner"), "handlingsplaner"),
        (("Utbildning", "Utbildningar"), "utbildning"),
        (("Utbildning", "Utbildningar"), "utbildningar"),
        (("Åtgärd", "åtgärder"), "åtgärd"),
        (("Åtgärd", "åtgärder"), "ÅTGÄRDER"),
        (("Skola", "Skolan", "skolor"), "skolan"),
        (("Landsting", "Landstinget"), "landstinget"),
        (("Landsting", "Landstinget"), "landsting"),
    ],
)
def test_swedish_inflections(
    document: Make, reader: AbstractBaseUser, titles: tuple[str, ...], typed: str
) -> None:
    for title in titles:
        document(title)
    document("Något helt annat")
    assert sorted(found(reader, typed)) == sorted(titles)


def test_letters_with_rings_and_dots_are_letters_of_their_own(
    document: Make, reader: AbstractBaseUser
) -> None:
    document("åtgärd")
    document("atgard")
    assert found(reader, "atgard") == ["atgard"]
    assert found(reader, "åtgärd") == ["åtgärd"]
    # Å as a letter and a ring is the same letter.
    assert found(reader, "a\u030atga\u0308rd") == ["åtgärd"]


def test_each_row_has_the_stems_of_its_language(document: Make, reader: AbstractBaseUser) -> None:
    document("The council decides", language="en")
    document("Decision", language="en")
    document("Nyheterna", language="sv")
    assert found(reader, "deciding") == ["The council decides"]
    assert found(reader, "nyhet") == ["Nyheterna"]


def test_arabic_is_found_with_and_without_vowel_signs(document: Make, reader: AbstractBaseUser) -> None:
    document("إذا كنت قلقًا على شخص ما", language="ar")
    assert found(reader, "قلقا", "ar")
    assert found(reader, "قلقًا", "ar")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("polis skola", ["Polis och skola"]),
        ('"polis och skola"', ["Polis och skola"]),
        ('"skola och polis"', []),
        ("KS/2016:168", ["Beslut KS/2016:168"]),
        ("KS 168", ["Beslut KS/2016:168"]),
        ("och", ["Polis och skola"]),
        ("polis och skola eller", ["Polis och skola"]),
        ("", []),
        ("!?*", []),
    ],
)
def test_several_words_and_phrases(
    document: Make, reader: AbstractBaseUser, typed: str, expected: list[str]
) -> None:
    document("Polis och skola")
    document("Polis")
    document("Beslut KS/2016:168")
    assert found(reader, typed) == expected


def test_the_last_word_may_be_unfinished(document: Make, reader: AbstractBaseUser) -> None:
    document("Trygghetsvandring")
    assert found(reader, "tryg") == ["Trygghetsvandring"]
    assert found(reader, "tr") == []
    assert found(reader, '"tryg"') == []


def test_a_hit_in_the_title_comes_first(document: Make, reader: AbstractBaseUser) -> None:
    document("Mycket om annat", body="hot " * 200)
    document("Hot")
    assert found(reader, "hot") == ["Hot", "Mycket om annat"]


def test_former_names_find_without_being_shown(document: Make, reader: AbstractBaseUser) -> None:
    made = document("Region Björkmark", also_found_by="landsting landstinget")
    assert found(reader, "landstinget") == ["Region Björkmark"]
    assert "landsting" not in made.body


def test_changed_and_deleted_rows_leave_the_index(document: Make, reader: AbstractBaseUser) -> None:
    row = document("Gammalt ord")
    SearchDocument.objects.filter(pk=row.pk).update(title_stems="nytt", title="Nytt")
    assert found(reader, "gammalt") == []
    assert found(reader, "nytt") == ["Nytt"]
    row.delete()
    assert found(reader, "nytt") == []


def test_suggestion__a_near_word_that_finds_something(document: Make, reader: AbstractBaseUser) -> None:
    document("Konsultationsforum")
    with override_settings(LANGUAGE_CODE="sv"):
        assert Results(reader, parse("konsultasjonsforum"), LANGUAGES).suggestion() == "konsultationsforum"
        assert Results(reader, parse("zebrahäst"), LANGUAGES).suggestion() == ""
