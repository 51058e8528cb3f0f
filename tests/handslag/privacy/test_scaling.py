"""Time grows with the text, hardly with what is in it: counted here, clocked in tests/load."""

from html.parser import HTMLParser

import pytest

from handslag.privacy import identity_numbers, scan, wordings
from handslag.privacy.markup import read_markup

PLAIN = (
    "Planen antogs 2016-04-25, § 74, dnr KS/2016:168. Ring 020-100 200 eller 08-527 44 90. "
    "Kostnaden är 1 234 567 kr. "
    "Lägesbilden ska beskriva våldsbejakande extremism, och rapporteras till kommunstyrelsen varje år. "
)
DENSE = "070-123 45 67, 556016-0680, 1 2 3 4 5 6 7, 12345678901234567890, 2016-04-25 12:30 "


@pytest.mark.parametrize(
    ("text", "share"),
    [
        (PLAIN, 0.001),
        (DENSE, 0.02),
        ("1" * 100, 0),
        ("1 " * 50, 0.001),
        ("12 12 12 ", 0),
        ("12\n", 0),
        ("9001010017 ", 0.006),
    ],
)
def test_scan__few_places_are_looked_at_closely(
    text: str, share: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = 0
    decide = identity_numbers._decide

    def counting(*args: object) -> object:
        nonlocal looked
        looked += 1
        return decide(*args)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(identity_numbers, "_decide", counting)
    long = (text * (100_000 // len(text) + 1))[:100_000]

    scan(long)

    assert looked <= share * len(long)


@pytest.mark.parametrize("text", [PLAIN, "Muslimer och romer möts varje år. ", "politisk " * 20])
def test_scan__each_sentence_is_read_a_bounded_number_of_times(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = 0
    around = wordings._sentence_around

    def counting(text: str, place: int) -> tuple[int, str]:
        nonlocal read
        start, sentence = around(text, place)
        read += len(sentence)
        return start, sentence

    monkeypatch.setattr(wordings, "_sentence_around", counting)
    long = text * (50_000 // len(text))

    scan(long)

    assert read <= 4 * len(long)


@pytest.mark.parametrize("begun", ["<b ", "a<b ", "</b ", "<a href='"])
def test_markup__a_text_of_tags_only_begun_is_not_read_again_for_each(
    begun: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = 0
    parse = HTMLParser.parse_starttag

    def counting(reader: HTMLParser, place: int) -> int:
        nonlocal looked
        looked += 1
        return parse(reader, place)

    monkeypatch.setattr(HTMLParser, "parse_starttag", counting)

    read_markup(begun * 2_000)

    assert looked <= 50
