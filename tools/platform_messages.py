"""Swedish of the platform: what installed packages leave in English, and what site/config/locale/ adds to it.

`coverage` counts; `missing` lists; `add` writes what is missing into our catalogues, keeping the rest;
`review` says what a newer platform has made superfluous. What `add` leaves empty is translated by hand, as
docs/developers/translations.md tells.
"""

import argparse
import ast
import importlib.util
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
LANGUAGE = "sv"
OWN = ROOT / "site" / "config" / "locale" / LANGUAGE / "LC_MESSAGES"
PACKAGES = (
    "wagtail", "wagtail_localize", "modelcluster", "taggit", "django_filters", "django_tasks",
    "django_tasks_db", "modelsearch", "allauth",
)  # fmt: skip
DOMAINS = ("django", "djangojs")
# How the comment of an entry begins that differs on purpose from a translation the package has.
REPLACES = "Replaces"
TEMPLATE_MESSAGE = re.compile(r"""{%-?\s*trans(?:late)?\s+(["'])(.+?)\1""")
PLAIN_CALLS = {"_", "gettext", "gettext_lazy", "gettext_noop"}
CONTEXT_CALLS = {"pgettext", "pgettext_lazy"}
PLURAL_CALLS = {"ngettext", "ngettext_lazy"}

type Key = tuple[str, str]


@dataclass(frozen=True)
class Source:
    """The messages of one app of a package: the English it uses and the Swedish it brings."""

    package: str
    app: str
    domain: str
    messages: tuple[polib.POEntry, ...]
    translated: dict[Key, polib.POEntry | polib.MOEntry]

    def lacking(self) -> Iterator[polib.POEntry]:
        return (entry for entry in self.messages if key(entry) not in self.translated)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=["coverage", "missing", "add", "review"])
    command = parser.parse_args().command
    {"coverage": print_coverage, "missing": print_missing, "add": add_missing, "review": print_review}[
        command
    ]()


def print_coverage() -> None:
    print(f"{'package':<18}{'messages':>9}{'its own %':>11}{'with ours %':>13}")
    for package, (total, own, ours) in coverage().items():
        print(f"{package:<18}{total:>9}{percent(own, total):>11.1f}{percent(ours, total):>13.1f}")


def coverage() -> dict[str, tuple[int, int, int]]:
    """Per package: its messages, how many it translates itself, and how many are translated with ours."""
    own = {domain: translations_of(own_catalogue(domain)) for domain in DOMAINS}
    figures = dict.fromkeys(PACKAGES, (0, 0, 0))
    for source in sources():
        total, itself, ours = figures[source.package]
        lacking = [key(entry) for entry in source.lacking()]
        supplied = sum(message in own[source.domain] for message in lacking)
        total, itself = total + len(source.messages), itself + len(source.messages) - len(lacking)
        figures[source.package] = (total, itself, ours + len(source.messages) - len(lacking) + supplied)
    return figures


def percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0


def print_missing() -> None:
    for domain in DOMAINS:
        own = translations_of(own_catalogue(domain))
        for message, (entry, apps) in lacking_messages(domain).items():
            if message not in own:
                print(f"{domain} · {', '.join(apps)} · {entry.msgctxt or ''}{entry.msgid!r}")


def add_missing() -> None:
    """Add what has no Swedish; where another app translates the same words, take it from there."""
    for domain in DOMAINS:
        catalogue = own_catalogue(domain)
        known = {key(entry): entry for entry in catalogue}
        elsewhere = everything_translated(domain)
        for message, (entry, apps) in lacking_messages(domain).items():
            if message not in known:
                catalogue.append(new_entry(entry, apps, elsewhere.get(message)))
            else:
                known[message].occurrences = [(app, "") for app in apps]
        write_catalogue(catalogue, domain)
        print(f"{domain}: {len(catalogue)} messages, {len(catalogue.untranslated_entries())} to translate")


def new_entry(
    entry: polib.POEntry, apps: list[str], translated: polib.POEntry | polib.MOEntry | None
) -> polib.POEntry:
    new = polib.POEntry(
        msgid=entry.msgid,
        msgid_plural=entry.msgid_plural,
        msgctxt=entry.msgctxt,
        msgstr=translated.msgstr if translated else "",
        comment=entry.comment,
        flags=[flag for flag in entry.flags if flag.endswith("-format")],
        occurrences=[(app, "") for app in apps],
    )
    if entry.msgid_plural:
        new.msgstr = ""
        new.msgstr_plural = dict(translated.msgstr_plural) if translated else {0: "", 1: ""}
    return new


def print_review() -> None:
    for line in superfluous():
        print(line)


def superfluous() -> list[str]:
    """Entries of ours that no package uses any more, or that the package meanwhile translates itself."""
    found = []
    for domain in DOMAINS:
        used = {key(entry) for source in sources() if source.domain == domain for entry in source.messages}
        lacking = lacking_messages(domain)
        for entry in own_catalogue(domain):
            if key(entry) not in used:
                found.append(f"{domain}: no longer used: {entry.msgid!r}")
            elif key(entry) not in lacking and not entry.tcomment.startswith(REPLACES):
                found.append(f"{domain}: translated by the package itself: {entry.msgid!r}")
    return found


def lacking_messages(domain: str) -> dict[Key, tuple[polib.POEntry, list[str]]]:
    """What at least one app lacks in its own catalogue, with the apps that lack it."""
    found: dict[Key, tuple[polib.POEntry, list[str]]] = {}
    for source in sources():
        if source.domain == domain:
            for entry in source.lacking():
                found.setdefault(key(entry), (entry, []))[1].append(source.app)
    return found


def everything_translated(domain: str) -> dict[Key, polib.POEntry | polib.MOEntry]:
    found: dict[Key, polib.POEntry | polib.MOEntry] = {}
    for source in sources():
        if source.domain == domain:
            found = {**source.translated, **found}
    return found


@cache
def sources() -> tuple[Source, ...]:
    return tuple(source for package in PACKAGES for source in sources_of(package))


def sources_of(package: str) -> Iterator[Source]:
    folder = package_folder(package)
    english = sorted(folder.rglob("locale/en/LC_MESSAGES/*.po"))
    if not english:
        yield Source(
            package,
            package,
            "django",
            tuple(messages_in_sources(folder)),
            swedish(folder / "locale", "django"),
        )
    for path in english:
        app = path.parents[3]
        name = str(app.relative_to(folder.parent))
        messages = tuple(entry for entry in polib.pofile(str(path)) if not entry.obsolete)
        yield Source(package, name, path.stem, messages, swedish(app / "locale", path.stem))


def package_folder(package: str) -> Path:
    specification = importlib.util.find_spec(package)
    if not specification or not specification.origin:
        raise SystemExit(f"{package} is not installed; run make setup.")
    return Path(specification.origin).parent


def swedish(locale: Path, domain: str) -> dict[Key, polib.POEntry | polib.MOEntry]:
    """From the compiled catalogue: it is what the site reads, and not every package ships the .po file."""
    path = locale / LANGUAGE / "LC_MESSAGES" / f"{domain}.mo"
    return {key(entry): entry for entry in polib.mofile(str(path))} if path.exists() else {}


def messages_in_sources(folder: Path) -> Iterator[polib.POEntry]:
    """For packages that ship no English catalogue: the plain calls in their code and templates."""
    found: dict[Key, polib.POEntry] = {}
    for path in sorted(folder.rglob("*.py")):
        for entry in messages_in_code(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(key(entry), entry)
    for path in sorted(folder.rglob("*.html")):
        for match in TEMPLATE_MESSAGE.finditer(path.read_text(encoding="utf-8")):
            found.setdefault(("", match[2]), polib.POEntry(msgid=match[2]))
    yield from found.values()


def messages_in_code(tree: ast.AST) -> Iterator[polib.POEntry]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        texts = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
        if name in PLAIN_CALLS and texts:
            yield polib.POEntry(msgid=texts[0])
        elif name in CONTEXT_CALLS and len(texts) > 1:
            yield polib.POEntry(msgctxt=texts[0], msgid=texts[1])
        elif name in PLURAL_CALLS and len(texts) > 1:
            yield polib.POEntry(msgid=texts[0], msgid_plural=texts[1])


def key(entry: polib.POEntry | polib.MOEntry) -> Key:
    return entry.msgctxt or "", entry.msgid


def translations_of(catalogue: polib.POFile) -> dict[Key, polib.POEntry]:
    return {key(entry): entry for entry in catalogue if entry.translated() and not entry.fuzzy}


def own_catalogue(domain: str) -> polib.POFile:
    path = OWN / f"{domain}.po"
    if path.exists():
        return polib.pofile(str(path), wrapwidth=110)
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = {
        "Project-Id-Version": "Handslag: Swedish that the platform lacks",
        "PO-Revision-Date": "2026-11-22 00:00+0000",
        "Last-Translator": "Handslag",
        "Language-Team": "Swedish",
        "Language": LANGUAGE,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    return catalogue


def write_catalogue(catalogue: polib.POFile, domain: str) -> None:
    """In alphabetical order, so that two people's changes seldom meet."""
    catalogue.sort(key=lambda entry: (entry.msgid, entry.msgctxt or ""))
    OWN.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(OWN / f"{domain}.po"))


if __name__ == "__main__":
    sys.exit(main())
