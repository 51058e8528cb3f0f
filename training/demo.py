"""The demo's training catalogue."""

from handslag.demo.sections import SectionText, load_section
from training.catalogue.index_page import CatalogueIndexPage

TEXTS = {
    "sv": SectionText(
        "Utbildning",
        "utbildning",
        "<p>Utbildningar om våldsbejakande extremism och om att samtala med den som är på väg in i den.</p>",
    ),
    "en": SectionText(
        "Training",
        "training",
        "<p>Training about violent extremism, and about talking with those who are on their way into it.</p>",
    ),
}


def load_catalogue() -> None:
    load_section(CatalogueIndexPage, TEXTS)
