"""Figures as a sheet shows them: "0101010017" is stored without its first zero, and shown by a format of zeros."""

import re
import zipfile

from . import archive
from .limits import Limits

# What a format holds beside its pattern: colours and countries in brackets, letters in quotes or after a slash, and
# how much room something takes.
_BRACKETS = re.compile(r"\[[^\]]*\]")
_QUOTED = re.compile(r'"([^"]*)"|\\(.)|[_*].')
# Zeros, in groups: any other format leaves the first ones out.
_ZEROS = re.compile(r"0(?:[ \u00a0.+-]{0,3}0)+")
# More than any number has: what is longer is built to fill the memory.
_LONGEST = 40


def formats_of(package: zipfile.ZipFile, member: str, limits: Limits) -> list[str]:
    """By the number of a cell's style: the pattern of zeros; empty for all other formats."""
    codes: dict[str, str] = {}
    formats: list[str] = []
    inside = [""]

    def start(tag: str, attributes: dict[str, str]) -> None:
        name = archive.local(tag)
        if name == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            inside.append(name)
        elif name == "xf" and inside[-1]:
            formats.append(_zeros(codes.get(attributes.get("numFmtId", ""), "")))

    def end(tag: str) -> None:
        if archive.local(tag) == "cellXfs":
            inside.pop()

    archive.feed(package, member, limits, start=start, end=end, text=lambda _text: None)
    return formats


def as_shown(value: str, zeros: str = "") -> str:
    """A long whole number is stored as 9.001011234E9 by some programs."""
    try:
        number = float(value)
    except ValueError:
        return value
    if not number.is_integer() or abs(number) >= 1e15:
        return value
    digits = f"{number:.0f}"
    if not zeros or number < 0 or len(digits) > zeros.count("0"):
        return digits
    left = iter(digits.zfill(zeros.count("0")))
    return "".join(next(left) if sign == "0" else sign for sign in zeros)


def _zeros(code: str) -> str:
    pattern = _QUOTED.sub(
        lambda match: match[1] or match[2] or "", _BRACKETS.sub("", code.partition(";")[0])
    ).strip()
    return pattern if len(pattern) <= _LONGEST and _ZEROS.fullmatch(pattern) else ""
