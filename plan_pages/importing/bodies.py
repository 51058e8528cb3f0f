"""The boards that adopt plans, as they are written and as they are called here."""

import re

BODY_NAMES = {
    "kf": "kommunfullmäktige",
    "ks": "kommunstyrelsen",
    "kommunstyrelse": "kommunstyrelsen",
    "fullmäktige": "kommunfullmäktige",
    "brå": "brottsförebyggande rådet",
    "lokala brå": "brottsförebyggande rådet",
    "ksau": "kommunstyrelsens arbetsutskott",
}
BODY = re.compile(
    r"\b(kommunfullmäktige|fullmäktige|kommunstyrelsens\s+arbetsutskott|kommunstyrelsen|kommunstyrelse"
    r"|[a-zåäö]+(?:\s?-?\s?(?:och|,)\s[a-zåäö-]+)?nämnden|direktionen|styrgruppen|brottsförebyggande\s+rådet"
    r"|(?:lokala\s+)?brå|ksau|kf|ks)(?:s\b|\b)",
    re.IGNORECASE,
)
# Whoever adopts laws and national strategies adopts no municipality's plan.
OTHERS = re.compile(
    r"\b(?:regeringen|riksdagen|europeiska|europaparlamentet|eu|fn|region(?:fullmäktige|styrelsen)|länsstyrelsen)\b",
    re.IGNORECASE,
)


def body_in(text: str) -> str | None:
    match = BODY.search(text)
    if not match:
        return None
    name = re.sub(r"\s+", " ", match.group(1)).lower()
    return BODY_NAMES.get(name, name)
