"""`make bench`: how long the scanner takes for a megabyte of text.

Target: running text under 50 ms, and no text of figures more than some ten times that. Processor time, because others
may be using the machine.
"""

import random
import time

from handslag.privacy import scan

MEGABYTE = 1_000_000
SENTENCES = (
    "Brå ska träffas minst fyra gånger per år. Lägesbilden ska beskriva våldsbejakande extremism i kommunen\n"
    "och ligga till grund för åtgärder som följs upp. Skola, socialtjänst, fritid och polis samverkar. "
)
FIGURES = (
    "Handlingsplanen KS/2016:168 gäller från 2016-04-25, ring 020-100 200 eller 08-527 44 90. "
    "Kostnad 1 234 567 kr. "
)


def megabyte_of(text: str) -> str:
    return (text * (MEGABYTE // len(text) + 1))[:MEGABYTE]


def main() -> None:
    source = random.Random(1)  # noqa: S311 - figures, not secrets
    phones = [f"070-{source.randrange(10**7):07}" for _ in range(9_000)]
    tens = [str(source.randrange(10**9, 10**10)) for _ in range(9_000)]
    texts = {
        "running text": megabyte_of(SENTENCES),
        "with no-break spaces": megabyte_of(SENTENCES.replace(" ", "\u00a0")),
        "many figures": megabyte_of(FIGURES),
        "phone numbers only": megabyte_of(", ".join(phones)),
        "ten digits only": megabyte_of(" ".join(tens)),
        "one run of digits": "1" * MEGABYTE,
        "single digits": megabyte_of("1 2 "),
        "digits in pairs": megabyte_of("12 12 12 "),
        "pairs in a column": megabyte_of("12\n"),
        "dates and figures": megabyte_of("12 12 12 1212 "),
        "identity numbers only": megabyte_of("20991231-0019 "),
        "invisible characters": megabyte_of("\u200b".join(SENTENCES)),
    }
    print("\nScanning a megabyte (target for running text: 50 ms)")
    for name, text in texts.items():
        took = []
        for _ in range(5):
            began = time.process_time()
            scan(text)
            took.append(time.process_time() - began)
        print(f"{name:24}{min(took) * 1000:8.1f} ms")


if __name__ == "__main__":
    main()
