"""Message catalogues: compile them, bring them up to date with the sources, check that they are complete.

The source language is English; site/handslag/locale/ holds the translations of all our apps, so that the wheel
carries them. Only `update` and `check` need gettext's xgettext; compiling does not.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import polib
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = ROOT / "site" / "handslag" / "locale"
# Every message of the interface must be translated into these.
COMPLETE_LANGUAGES = ("sv",)
SOURCES = ("site", "plan_pages", "training", "contacts", "templates")
KEYWORDS = (
    "gettext_noop", "gettext_lazy", "_lazy", "ngettext_lazy:1,2", "pgettext:1c,2", "npgettext:1c,2,3",
    "pgettext_lazy:1c,2", "npgettext_lazy:1c,2,3",
)  # fmt: skip
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")


def main() -> int | str:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("compile", help="write the .mo files")
    commands.add_parser("update", help="add new messages to the catalogues and drop those no longer used")
    commands.add_parser("check", help="say what is missing; exit status 1 if anything is")
    fill = commands.add_parser(
        "fill", help="take translations from a JSON file: {message: text or [singular, plural]}"
    )
    fill.add_argument("language")
    fill.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args()
    if options.command in {"update", "check"} and not shutil.which("xgettext"):
        return "xgettext was not found; install gettext (on Debian: apt-get install gettext) and run again."
    match options.command:
        case "compile":
            compile_catalogues()
        case "update":
            update()
        case "fill":
            fill_in(options.language, options.files)
        case "check":
            return check()
    return 0


def compile_catalogues() -> None:
    for path in (ROOT / "site").glob("*/locale/*/LC_MESSAGES/*.po"):
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))


def update() -> None:
    template = extract()
    for language in COMPLETE_LANGUAGES:
        catalogue = read_catalogue(language)
        catalogue.merge(template)
        for entry in catalogue.obsolete_entries():
            catalogue.remove(entry)
        write_catalogue(catalogue, language)
        print(f"{language}: {len(catalogue)} messages, {len(catalogue.untranslated_entries())} untranslated")


def check() -> int | str:
    template = extract()
    problems = [
        f"{language}: {problem}"
        for language in COMPLETE_LANGUAGES
        for problem in find_problems(template, language)
    ]
    print(*problems, sep="\n", end="\n" if problems else "")
    if problems:
        return f"{len(problems)} problems in the message catalogues; make messages adds what is missing to the files."
    return 0


def find_problems(template: polib.POFile, language: str) -> Iterator[str]:
    catalogue = read_catalogue(language)
    for entry in template:
        translated = catalogue.find(entry.msgid, msgctxt=entry.msgctxt or False)
        place = ", ".join(file for file, _line in entry.occurrences[:1])
        if translated is None:
            yield f"missing: {entry.msgid!r} ({place})"
        elif translated.fuzzy or not translated.translated():
            yield f"not translated: {entry.msgid!r} ({place})"
        elif wrong := misplaced(translated):
            yield f"placeholders differ: {entry.msgid!r}: {wrong}"
    for entry in catalogue:
        if not entry.obsolete and template.find(entry.msgid, msgctxt=entry.msgctxt or False) is None:
            yield f"no longer used: {entry.msgid!r}"


def misplaced(entry: polib.POEntry) -> str:
    """Placeholders that a translation lost or invented; a plural's may stand in any of its forms."""
    allowed = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
    required = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
    texts = list(entry.msgstr_plural.values()) or [entry.msgstr]
    used = {found for text in texts for found in PLACEHOLDER.findall(text)}
    return ", ".join(sorted((used - allowed) | (required - used)))


def fill_in(language: str, files: Iterable[Path]) -> None:
    catalogue = read_catalogue(language)
    for path in files:
        for message, text in json.loads(path.read_text()).items():
            for entry in (entry for entry in catalogue if entry.msgid == message and not entry.translated()):
                if entry.msgid_plural:
                    forms = text if isinstance(text, list) else [text, text]
                    entry.msgstr_plural = dict(enumerate(forms))
                else:
                    entry.msgstr = text
    write_catalogue(catalogue, language)
    print(f"{language}: {len(catalogue.untranslated_entries())} untranslated")


def read_catalogue(language: str) -> polib.POFile:
    path = catalogue_path(language)
    if path.exists():
        return polib.pofile(str(path), wrapwidth=110)
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = {
        "Project-Id-Version": "Handslag",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    return catalogue


def write_catalogue(catalogue: polib.POFile, language: str) -> None:
    """In alphabetical order and without line numbers, so that two people's changes seldom meet."""
    catalogue.sort(key=lambda entry: (entry.msgid, entry.msgctxt or ""))
    for entry in catalogue:
        entry.occurrences = [(file, "") for file in sorted({file for file, _line in entry.occurrences})]
    path = catalogue_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))


def catalogue_path(language: str) -> Path:
    return CATALOGUES / language / "LC_MESSAGES" / "django.po"


def extract() -> polib.POFile:
    """All messages of sources and templates, as xgettext finds them."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        files = list(prepare_sources(work))
        (work / "files").write_text("\n".join(files))
        command = [
            "xgettext",
            "--language=Python",
            "--from-code=UTF-8",
            "--add-comments=Translators",
            "--output=all.pot",
        ]
        command += [f"--keyword={keyword}" for keyword in KEYWORDS]
        subprocess.run([*command, "--files-from=files"], cwd=work, check=True)
        found = work / "all.pot"
        return polib.pofile(str(found)) if found.exists() else polib.POFile()


def prepare_sources(work: Path) -> Iterator[str]:
    """Copy sources, with templates turned into what xgettext reads, under their own names."""
    for folder in SOURCES:
        for path in sorted((ROOT / folder).rglob("*")):
            if (
                path.suffix not in {".py", ".html", ".txt"}
                or "migrations" in path.parts
                or "static" in path.parts
            ):
                continue
            name = str(path.relative_to(ROOT))
            text = path.read_text(encoding="utf-8")
            target = work / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(
                text if path.suffix == ".py" else templatize(text, origin=name), encoding="utf-8"
            )
            yield name


if __name__ == "__main__":
    sys.exit(main())
