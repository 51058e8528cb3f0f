"""Identity and coordination numbers in running text, told from look-alikes by how they are grouped."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from handslag import clock

from .characters import HYPHENS, LINE_BREAKS, SPACES
from .findings import COORDINATION_NUMBER, PERSONAL_IDENTITY_NUMBER, TEMPORARY_NUMBER, Finding

# Taken whole or not at all: neither can be a part of what follows, so no shorter one needs to be tried.
_BREAK = f"[{LINE_BREAKS}]{{1,2}}+[{SPACES}]{{0,8}}+"
_GAP = f"[{SPACES}{LINE_BREAKS}]{{0,8}}+"
_MONTH = "(?:0[1-9]|1[0-2])"
# A coordination number has 60 added to the day.
_DAY = "(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])"

# The pattern begins with a plain class, and only then looks back, so that the search runs at full speed
# through text without digits. Ten characters of the right sort must follow each other (most figures in a
# text fail there), and month and day are in the pattern, to keep the number of candidates low. A blank among the last
# four stands only behind a mark and a date in one: into a row of figures in pairs it would fit everywhere.
_SHAPE = re.compile(
    f"[0-9](?<![0-9][0-9])(?=[0-9Tt{SPACES}{LINE_BREAKS}{HYPHENS}./_]{{9}})(?:"
    "[0-9](?P<century>[0-9]{2})?"
    f"(?:(?P<first>[{SPACES}{HYPHENS}./_])(?:{_BREAK})?+)?+"
    f"{_MONTH}"
    f"(?(first)(?P<second>(?P=first)(?:{_BREAK})?+|{_BREAK})?+)"
    f"(?P<day>{_DAY})"
    f"(?P<main>{_GAP}(?:(?P<mark>[{HYPHENS}]{{1,2}}+|[./_]){_GAP})?+)"
    f"(?P<last>[0-9]{{4}}|(?(first)(?!)|(?:[Tt][0-9]{{3}}"
    f"|(?(mark)(?:[0-9]{{2}}[{SPACES}][0-9]{{2}}|[0-9]{{3}}[{SPACES}][0-9])|(?!)))))"
    f"|(?P<boxes>(?<!(?<![0-9])[0-9][{SPACES}][0-9])(?:[{SPACES}][0-9]){{5}}(?:(?:[{SPACES}][0-9]){{2}})?"
    f"[{SPACES}]?[{HYPHENS}]?[{SPACES}]?[0-9](?:[{SPACES}][0-9]){{3}})"
    ")(?![0-9])"
)

_HYPHEN = re.compile(f"[{HYPHENS}]")
_SPACE = re.compile(f"[{SPACES}]")
_NO_DIGIT = re.compile("[^0-9]+")
_NEXT_COLUMN = re.compile(f"[\t{LINE_BREAKS}]")
_LINE = re.compile(f"\r\n|[{LINE_BREAKS}]")
# What follows shows that the four digits begin something else: a date, a time, a registry number, a phone.
_GOES_ON = re.compile(
    f"[:/][0-9]{{1,5}}(?![0-9])|[{HYPHENS}][0-9]|[{SPACES}][0-9]{{1,3}}[{SPACES}{HYPHENS}/][0-9]{{2}}"
)
_GOES_ON_AS_DATE = re.compile(f"[{HYPHENS}][0-9]{{2}}[{HYPHENS}][0-9]{{2}}(?![0-9])")
_MONTH_AFTER = re.compile(f"[{HYPHENS}]{_MONTH}(?![0-9])")
_GROUP_AFTER = re.compile(f"[{SPACES}{HYPHENS}][0-9]{{2,4}}(?![0-9])")
_BOX_AFTER = re.compile(f"[{SPACES}][0-9](?![0-9])")
_DIGIT_AFTER = re.compile(f"[{SPACES}][0-9]")
# What stands before shows the same: an area code, a group of an account or card number, an ISBN.
_AREA_CODE = re.compile(f"(?<![0-9])0[0-9]{{1,3}}[{SPACES}{HYPHENS}/]\\Z")
_JOINED_AREA_CODE = re.compile(f"(?<![0-9])0[0-9]{{1,3}}[{HYPHENS}/]\\Z")
_ACCOUNT_BEFORE = re.compile(f"(?:[0-9]{{4}}|[A-Z]{{2}}[0-9]{{2}})[{SPACES}{HYPHENS}]\\Z")
_BANK_LETTERS = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z]{4}\Z")
_ISBN_LABEL = re.compile(r"ISBN(?:-10)?:?\s?\Z", re.IGNORECASE)

_HEXADECIMAL = re.compile(r"[0-9A-Fa-f-]*")
_HEXADECIMAL_END = re.compile(r"[0-9A-Fa-f-]*\Z")

# A break between two digits, and the mark before the last four beside it: none in columns of figures.
_BROKEN_DATE = re.compile(f"\n(?=[0-9]{{1,7}}[{HYPHENS}./_])")
_BROKEN_LAST = re.compile(f"[{HYPHENS}./_][0-9]{{1,3}}\r?(?P<break>\n)(?=[0-9])")

# More than the longest way to write a number without blanks.
_WINDOW = 16
_LONGEST_CONTEXT = 10
_LONGEST_DIGEST = 128
# A text with so many is stopped, or warned of, whatever else is in it.
_MOST = 500

# Pairs of digits and what they add to the checksum: the first counts twice.
_PAIRS = {
    f"{first}{second}": first * 2 // 10 + first * 2 % 10 + second
    for first in range(10)
    for second in range(10)
}


def find_identity_numbers(text: str) -> Iterator[Finding]:
    """Finds the numbers in a text that has been made plain (see `characters.plain`), up to `_MOST` of a kind that
    stops and of the one that warns: neither hides the other."""
    position = 0
    left = {True: _MOST, False: _MOST}
    while left[True] and (match := _SHAPE.search(text, position)):
        finding = _decide(text, match)
        if finding is None:
            # The next number may begin inside what only looked like one.
            position = match.start() + 1
            continue
        position = match.end()
        if left[finding.is_blocking]:
            left[finding.is_blocking] -= 1
            yield finding
    yield from islice(_find_broken(text), left[True])


def _find_broken(text: str) -> Iterator[Finding]:
    """Numbers with a hyphen, and a line break among their digits; others look like columns of figures."""
    for place in _breaks(text):
        start = max(0, place - _WINDOW)
        before = text[start:place].removesuffix("\r")
        joined = before + text[place + 1 : place + 1 + _WINDOW]
        for match in _SHAPE.finditer(joined):
            spans = match.start() < len(before) < match.end()
            if (
                spans
                and not match["first"]
                and match["main"] == match["mark"]
                and (found := _decide(joined, match))
            ):
                after = match.end() - len(before)
                yield replace(found, start=start + match.start(), end=place + 1 + after)


def _breaks(text: str) -> list[int]:
    places = {match.start("break") for match in _BROKEN_LAST.finditer(text)}
    for match in _BROKEN_DATE.finditer(text):
        if text[max(0, match.start() - 2) : match.start()].removesuffix("\r")[-1:].isdigit():
            places.add(match.start())
    return sorted(places)


def _decide(text: str, match: re.Match[str]) -> Finding | None:
    digits = _NO_DIGIT.sub("", match[0])
    if match["last"] and match["last"][0] in "Tt":
        return _decide_temporary(text, match, digits)
    if not has_valid_checksum(digits) or not _is_calendar_date(digits[:-4]):
        return None
    if match["boxes"]:
        # One digit to a box, as in a form, and not a part of a longer row of figures.
        if _BOX_AFTER.match(text, match.end()):
            return None
    elif not _is_grouped_as_identity_number(text, match) or _is_time_of_a_coming_day(match, digits):
        return None
    ungrouped = match[0].isdigit()
    if (ungrouped and _is_labelled_otherwise(text, match)) or _is_part_of_a_digest(text, match):
        return None
    return Finding(
        kind=COORDINATION_NUMBER if int(digits[-6:-4]) > 60 else PERSONAL_IDENTITY_NUMBER,
        start=match.start(),
        end=match.end(),
        is_ungrouped=ungrouped,
        may_be_phone=ungrouped and len(digits) == 10 and digits[0] == "0",
    )


def has_valid_checksum(digits: str) -> bool:
    """The Luhn sum over the last ten digits; the century does not take part."""
    ten = digits[-10:]
    return not (
        (_PAIRS[ten[:2]] + _PAIRS[ten[2:4]] + _PAIRS[ten[4:6]] + _PAIRS[ten[6:8]] + _PAIRS[ten[8:]]) % 10
    )


def _is_calendar_date(digits: str) -> bool:
    year, month, day = int(digits[:-4]), int(digits[-4:-2]), int(digits[-2:])
    if len(digits) == 8:
        if not 1800 <= year <= 2099:
            return False
    else:
        # Without a century any leap year will do.
        year = 2000 if year % 4 == 0 else 2001
    try:
        date(year, month, day - 60 if day > 60 else day)
    except ValueError:
        return False
    return True


def _is_grouped_as_identity_number(text: str, match: re.Match[str]) -> bool:
    main, mark = match["main"], match["mark"]
    if len(_LINE.findall(main)) > 1 or _GOES_ON_AS_DATE.match(text, match.end()):
        return False
    if main and not mark and _GOES_ON.match(text, match.end()):
        return False
    before = text[max(0, match.start() - _LONGEST_CONTEXT) : match.start()]
    if match["first"]:
        return _is_date_in_groups(text, match, before)
    return _is_date_in_one(text, match, before)


def _is_time_of_a_coming_day(match: re.Match[str], digits: str) -> bool:
    """Nobody is born yet on such a day: "2028-03-04 1215" is when people meet."""
    if match["mark"] or not match["main"] or len(digits) != 12 or int(digits[6:8]) > 31:
        return False
    born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    return int(digits[8:10]) < 24 and int(digits[10:]) < 60 and born > clock.today()


def _is_date_in_one(text: str, match: re.Match[str], before: str) -> bool:
    main, mark = match["main"], match["mark"] or ""
    if len(match["last"]) > 4 and (
        not _HYPHEN.match(mark) or main != mark or _DIGIT_AFTER.match(text, match.end())
    ):
        return False
    if mark == "/" and before.endswith("/"):
        return False
    return not (main and not mark and _JOINED_AREA_CODE.search(before))


def _is_date_in_groups(text: str, match: re.Match[str], before: str) -> bool:
    first, mark = match["first"], match["mark"] or ""
    hyphen, spaced = bool(_HYPHEN.match(mark)), bool(_SPACE.match(first))
    if not match["main"] or len(match["last"]) > 4:
        return False
    if mark and not hyphen and (mark != first or mark == "/"):
        return False
    # A year and a running number: a registry number.
    if first == "/" and not match["second"]:
        return False
    # A date and a figure in two columns or on two lines of a table.
    if not mark and not spaced and _NEXT_COLUMN.search(match["main"]):
        return False
    if (mark and _MONTH_AFTER.match(text, match.end())) or (spaced and _AREA_CODE.search(before)):
        return False
    if match["second"]:
        return True
    if not match["century"]:
        return spaced and hyphen
    if _ACCOUNT_BEFORE.search(before) or _GROUP_AFTER.match(text, match.end()):
        return False
    return hyphen or (spaced and not mark)


def _decide_temporary(text: str, match: re.Match[str], digits: str) -> Finding | None:
    """Universities and health care give a date and T with three figures to a person without a number.

    No checksum and no single issuer stand behind it, hence a warning and not a stop.
    """
    follows = text[match.end() : match.end() + 1]
    if match["first"] or follows.isalnum() or not _is_calendar_date(digits[:-3]):
        return None
    return Finding(TEMPORARY_NUMBER, match.start(), match.end())


def _is_labelled_otherwise(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _LONGEST_CONTEXT) : match.start()]
    if _BANK_LETTERS.search(before):
        return True
    return bool(_ISBN_LABEL.search(before)) and _is_isbn(match[0])


def _is_part_of_a_digest(text: str, match: re.Match[str]) -> bool:
    """Digests and unique ids are long and hold hexadecimal letters right beside the digits."""
    before = _HEXADECIMAL_END.search(text[max(0, match.start() - _LONGEST_DIGEST) : match.start()])
    after = _HEXADECIMAL.match(text, match.end(), match.end() + _LONGEST_DIGEST)
    around = (before[0] if before else "") + (after[0] if after else "")
    letters = sum(character.isalpha() for character in around)
    return letters >= 3 and len(around) + len(match[0]) >= 32


def _is_isbn(digits: str) -> bool:
    weighted = sum(int(digit) * (10 - place) for place, digit in enumerate(digits))
    return len(digits) == 10 and weighted % 11 == 0
