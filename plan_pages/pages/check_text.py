"""How a promise is measured, as an editor writes it: the name of a source, and a line for each parameter."""

import json
import re
from collections.abc import Collection, Mapping
from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from plan_pages.documents.model import Check

type Parameters = dict[str, str | int]

# Only what is written back the same: “0180” is a code. Longer figures are no whole numbers to every reader of JSON.
_WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_SHOWN = 80


class UnreadableCheckError(ValidationError):
    """One sentence: what is wrong and what to do; `field` is where it is to be put right."""

    def __init__(self, field: Literal["source", "parameters"], sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def read_check(written: Mapping[str, Any] | None) -> Check | None:
    """None where nothing was written. Raises UnreadableCheckError."""
    source, text = (str((written or {}).get(field) or "").strip() for field in ("source", "parameters"))
    parameters = read_parameters(text)
    if parameters and not source:
        raise UnreadableCheckError(
            "source", _("Choose what the commitment is measured by, or take the values below away.")
        )
    return Check(source=source, parameters=parameters) if source else None


def readable_check(written: Mapping[str, Any] | None) -> Check | None:
    """None also for what is half written: a draft is shown all the same, and `unfinished` says what it lacks."""
    try:
        return read_check(written)
    except UnreadableCheckError:
        return None


def written_check(check: Check | None) -> dict[str, str]:
    """The other way: `read_check` makes the same check of it."""
    if check is None:
        return {"source": "", "parameters": ""}
    return {"source": check.source, "parameters": written_parameters(check.parameters)}


def refuse_unknown(check: Check, known: Collection[str]) -> None:
    """`known` are the parameters that the source takes; none where it takes any. Raises UnreadableCheckError."""
    for name in check.parameters:
        if known and name not in known:
            raise _unreadable(
                _("There is no value “%(name)s” here; write one of these: %(known)s."),
                name=name,
                known=", ".join(known),
            )


def read_parameters(text: str) -> Parameters:
    """“name = value” on each line. Raises UnreadableCheckError."""
    found: Parameters = {}
    # Not splitlines(): it divides at signs that a value may hold.
    for line in filter(None, (line.strip() for line in re.split(r"\r\n|\r|\n", text))):
        name, equals, value = (part.strip() for part in line.partition("="))
        if not equals:
            raise _unreadable(_("The line “%(line)s” has no “=”; write a name, “=” and a value."), line=line)
        if not name:
            raise _unreadable(_("The line “%(line)s” has no name before “=”; write one."), line=line)
        if not value:
            raise _unreadable(
                _("The line “%(line)s” has no value after “=”; write one, or take the line away."), line=line
            )
        if name in found:
            raise _unreadable(_("The name “%(name)s” stands twice; take one of the lines away."), name=name)
        found[name] = _read_value(value)
    return found


def written_parameters(parameters: Mapping[str, str | int]) -> str:
    """Names have no “=” and no line breaks; values may be any text."""
    return "\n".join(f"{name} = {_written_value(value)}" for name, value in parameters.items())


def _read_value(text: str) -> str | int:
    if _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    return _unquoted(text) if text.startswith('"') else text


def _written_value(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    as_it_is = value and value.isprintable() and value.strip() == value and _read_value(value) == value
    return value if as_it_is and not value.startswith('"') else json.dumps(value, ensure_ascii=False)


def _unquoted(text: str) -> str:
    """Text in quotation marks is what stands between them, written as in JSON; otherwise the marks are its own."""
    try:
        value = json.loads(text)
        # Half of a surrogate pair is no text.
        value.encode()
    except ValueError:
        return text
    return str(value)


def _unreadable(sentence: str, **said: str) -> UnreadableCheckError:
    shortened = {name: f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text for name, text in said.items()}
    return UnreadableCheckError("parameters", sentence % shortened)
