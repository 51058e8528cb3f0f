"""Particulars as a vCard (RFC 2426), for the phone book.

Of organisations and functions, never of persons: a card that was taken home cannot be taken back when somebody
leaves the directory.
"""

from contacts.functions.function import Function
from contacts.organisations.organisation import Organisation

CONTENT_TYPE = "text/vcard; charset=utf-8"
_LONGEST_LINE = 75


def card_of_organisation(organisation: Organisation) -> str:
    return _card(
        organisation.name,
        ORG=_text(organisation.name),
        **_reached_by(organisation.email, organisation.phone),
        URL=organisation.website,
        ADR=f";;{_text(organisation.address)};;;;" if organisation.address else "",
        NOTE=_text(organisation.what_for),
    )


def card_of_function(function: Function) -> str:
    return _card(
        function.name_with_organisation,
        ORG=_text(function.organisation.name),
        TITLE=_text(function.name),
        **_reached_by(
            function.email or function.organisation.email, function.phone or function.organisation.phone
        ),
        NOTE=_text(function.tasks),
    )


def _reached_by(email: str, phone: str) -> dict[str, str]:
    return {"EMAIL;TYPE=INTERNET": email, "TEL;TYPE=WORK": _text(phone)}


def _card(name: str, **properties: str) -> str:
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"FN:{_text(name)}", f"N:{_text(name)};;;;"]
    lines += [f"{key}:{value}" for key, value in properties.items() if value]
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCARD"])


def _text(value: str) -> str:
    for character in "\\;,":
        value = value.replace(character, f"\\{character}")
    return "\\n".join(value.splitlines())


def _folded(line: str) -> str:
    """Lines of at most 75 octets; one that goes on begins with a blank. No letter is cut in two."""
    parts, length = [""], 0
    for character in line:
        size = len(character.encode())
        if length + size > _LONGEST_LINE:
            parts.append("")
            length = 1
        parts[-1] += character
        length += size
    return "\r\n ".join(parts)
