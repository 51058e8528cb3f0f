"""Running text into sentences; Swedish abbreviations do not end one."""

import re

ABBREVIATION = re.compile(
    r"(?:\b(?:s\.\s?k|t\.\s?ex|bl\.\s?a|m\.\s?fl|m\.\s?m|d\.\s?v\.\s?s|fr\.\s?o\.\s?m|t\.\s?o\.\s?m|p\.\s?g\.\s?a|o\.\s?d"
    r"|e\.\s?d|f\.\s?d|i\.\s?e|a\.\s?k\.\s?a|dvs|osv|etc|ca|nr|kap|kl|resp|inkl|exkl|ev|jfr|st|tel|dnr|forts|avd|s|p))\.$",
    re.IGNORECASE,
)
LONGEST_ABBREVIATION = 12
BOUNDARY = re.compile(r"(?<=[.!?])[”\"')»]?\s+(?=[”\"'«(]?[A-ZÅÄÖ0-9•])")


def sentences(text: str) -> list[str]:
    found: list[str] = []
    start = 0
    for boundary in BOUNDARY.finditer(text):
        if ABBREVIATION.search(text[max(start, boundary.start() - LONGEST_ABBREVIATION) : boundary.start()]):
            continue
        found.append(text[start : boundary.end()].strip())
        start = boundary.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]
