"""Spellings and look-alikes one by one; the properties beside it try many numbers in each."""

from datetime import date

import pytest

from handslag import clock
from handslag.privacy import Finding, scan

from .synthetic import SPELLINGS, Number

GIRL = Number(date(1990, 1, 1), 1)
assert GIRL.ten == "9001010017"


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_scan__finds_every_spelling(spelling: str) -> None:
    written = SPELLINGS[spelling](GIRL)

    found = scan(f"Pojken ({written}) har flyttat.")

    assert [finding.kind for finding in found] == ["personal_identity_number"]
    assert found[0].is_blocking


@pytest.mark.parametrize(
    "text",
    [
        "900101-0017",
        "nr:9001010017.",
        "Anna,9001010017,Umeå",
        "12,900101-0017,3",
        "1.900101-0017",
        "elev9001010017.docx",
        "19900101_0017_beslut.pdf",
        "bilaga-900101-0017-2.pdf",
        "konto 3300 900101-0017",
        "900101-0017/850701-0014",
        "den 2016-04-25 900101-0017 och",
        "Nämnden 2016-04-25 900101-0017",
        "rad 16 04 26 1990 01 01 0017",
        "900101--0017",
        "900101.0017",
        "900101/0017",
        "1990 0101-0017",
        "90 0101-0017",
        "900101-00 17",
        "900101-001 7",
        "9 0 0 1 0 1 - 0 0 1 7",
        "１９９００１０１－００１７",
        "9\ufe0f\u20e30\ufe0f\u20e30101-0017",
        "900101\x1f-0017",
        "900101\u2028-0017",
        "?pnr=9001010017&x=1",
    ],
)
def test_scan__finds_a_number_in_odd_company(text: str) -> None:
    assert any(finding.is_blocking for finding in scan(text))


@pytest.mark.parametrize(
    "text",
    [
        # Registry numbers, laws
        "KS/2016:168", "KS 2018-112", "dnr 2018-00112", "SN 2023/00123", "SFS 2009:400", "prop. 2016/17:123",
        "lag (2023:196)", "KS-2016/0425.1234", "2018-0112 2019",
        "2015/1009-6504", "1990/0101-0017", "KS 1990/0101-0017",
        # A coming day and a time
        "2028-03-04 1215", "den 2099-12-31 0019", "20280304 1215",
        # Phones, helplines
        "020-100 200", "08-527 44 90", "070-123 45 67", "0701-23 45 67", "+46 70 123 45 67", "+46701234567",
        "0046701234567", "08-12 31 45 67", "070 101 0011", "070-1010011", "090-16 10 00 2016",
        "090-900101 0017",
        # Organisations, payments
        "556016-0680", "5560160680", "16556016-0680", "SE556016068001", "5050-1055", "991-2346", "90 01 01-1",
        "SE45 5000 0000 0583 9825 7466", "SE45 1990 0101 0017 7466", "SE3550000000054910000003",
        "NL91ABNA9001010017", "4581 1990 0101 0017",
        # Books
        "978-91-7000-150-5", "9789170001505", "91-7000-150-X",
        # Dates, times, sums
        "2016-04-25", "2016-04-25 § 74", "2016-04-25–2018-04-25", "1990-01-01 0017-04-25", "2016-04-25 12:30",
        "20160425", "2016-04-25T12:30:00.123456Z", "1 234 567 890 kr", "900101,00 kr", "12 345 678,90",
        # Digits of another length, wrong dates, wrong checksum
        "9001010017123", "39001010017", "900101001", "901301-0012", "900230-0010", "900101-0018",
        "900132-0019",
        "18000229-0018", "21000101-0016", "900192-0014",
        # Paragraphs, columns, rows
        "900101\n\n0017", "1990-01-01\t0017", "1990-01-01\n0017", "90010\n10017", "9001\n010017",
    ],
)  # fmt: skip
def test_scan__passes_look_alikes(text: str) -> None:
    found = [finding for finding in scan(f"Se {text} i texten") if finding.is_blocking]

    assert found == []


def test_scan__a_time_of_a_day_that_has_come_may_be_a_number() -> None:
    with clock.set_to(date(2028, 3, 3)):
        assert scan("2028-03-04 1215") == []
    with clock.set_to(date(2028, 3, 4)):
        assert scan("2028-03-04 1215")


def test_scan__passes_digests_and_unique_ids() -> None:
    assert scan("sha256:aa9001010017bb" + "c" * 40) == []
    assert scan("f47ac10b-58cc-4372-a567-a9001010017f") == []


def test_scan__gives_the_place_in_the_original_text() -> None:
    text = "\ufeffAn\u00adna: 90\u200b01\u200b01-0017, tack"

    (found,) = scan(text)

    assert text[found.start : found.end] == "90\u200b01\u200b01-0017"


def test_scan__gives_the_place_in_an_address_as_it_was_written() -> None:
    text = "se https://prov.test/%2Da/?q=9001\u200b01%252D0017&b för mer"

    (found,) = scan(text)

    assert text[found.start : found.end] == "9001\u200b01%252D0017"


def test_scan__finds_several_and_keeps_their_order() -> None:
    other = Number(date(1985, 7, 1), 123, coordination=True)

    found = scan(f"{GIRL.ten} och {other.ten[:6]}-{other.last}, {GIRL.twelve}")

    assert [finding.kind for finding in found] == [
        "personal_identity_number",
        "coordination_number",
        "personal_identity_number",
    ]


def test_scan__reads_a_leap_day_without_century_generously() -> None:
    assert scan(Number(date(2000, 2, 29), 12).ten)
    assert not scan(Number(date(2000, 2, 29), 12).ten.replace("000229", "010229"))


def test_finding__advises_to_group_a_phone_number() -> None:
    child = Number(date(2007, 1, 2), 345)

    (ungrouped,) = scan(child.ten)
    (grouped,) = scan(f"{child.ten[:6]}-{child.last}")

    assert ungrouped.may_be_phone
    assert ungrouped.is_blocking
    assert "070-123 45 67" in str(ungrouped.advice)
    assert not grouped.may_be_phone
    assert scan(f"{child.ten[:3]}-{child.ten[3:6]} {child.ten[6:8]} {child.ten[8:]}") == []


def test_finding__advises_differently_on_other_ungrouped_digits() -> None:
    (found,) = scan(GIRL.ten)

    assert found.is_ungrouped
    assert not found.may_be_phone
    assert str(found.advice) != str(Finding("personal_identity_number", 0, 1).advice)


@pytest.mark.parametrize("text", ["900101-T220", "19900101-T220", "900101 t220", "900101T220"])
def test_scan__warns_of_a_temporary_number_without_stopping(text: str) -> None:
    (found,) = scan(f"Student {text}.")

    assert found.kind == "temporary_number"
    assert not found.is_blocking


def test_scan__passes_what_only_begins_like_a_temporary_number() -> None:
    assert scan("IMG-900101-T2200, 901301-T220, 900101-Text") == []


def test_scan__passes_an_isbn_that_says_so() -> None:
    # Valid both as an ISBN of ten digits and as an identity number.
    candidates = (Number(date(1991, 1, 15), serial).ten for serial in range(1000))
    isbn = next(ten for ten in candidates if sum(int(d) * (10 - i) for i, d in enumerate(ten)) % 11 == 0)

    assert scan(f"ISBN {isbn}") == []
    assert scan(f"bok {isbn}")
