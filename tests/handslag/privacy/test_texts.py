"""Every kind of value gives up its texts, and a number split by markup is put together again."""

from typing import Any

import pytest
from django.apps import apps
from hypothesis import example, given
from hypothesis import strategies as st
from wagtail.rich_text import RichText

from handslag.privacy import scan
from handslag.privacy.markup import read_markup
from handslag.privacy.texts import pieces_of, texts_of

from .synthetic import NUMBER


def found_in(value: Any) -> bool:
    return any(finding.is_blocking for piece in pieces_of(value) for finding in scan(piece.text))


@pytest.mark.parametrize(
    "value",
    [
        NUMBER,
        f"<p>{NUMBER}</p>",
        "<p>9001<b>01</b>-<i>00</i>17</p>",
        "<p>900101&#8209;0017</p>",
        "<p>900101&nbsp;0017</p>",
        "<p>900101-<br/>0017</p>",
        "<p>9001&shy;01-0017</p>",
        f'<a href="https://prov.test/?nr={NUMBER}">länk</a>',
        f'<a href="tel:{NUMBER}">070-123 45 67</a>',
        f'<a href="TEL:+{NUMBER}">070-123 45 67</a>',
        '<a href="tel:9001010017">070-123 45 67</a>',
        '<a href="tel:20991231%2D0019">070-123 45 67</a>',
        '<a href="https://prov.test/20991231%252d0019/">länk</a>',
        '<a href="/?nr=2%309%391231-%30019&amp;x=1">länk</a>',
        "se https://prov.test/?q=20991231%2D0019 för mer",
        f'<img alt="{NUMBER}">',
        f'<img alt="{NUMBER}"><img alt="träd">',
        f"<!-- {NUMBER} -->",
        f"a < b {NUMBER}",
        "<b " * 6_000 + NUMBER,
        "[" * 1_900 + f'"{NUMBER}"' + "]" * 1_900,
        '{"a":' * 600 + f'"{NUMBER}"' + "}" * 600,
        "[" * 200_000 + NUMBER,
        RichText(f"<p>{NUMBER}</p>"),
        {"rubrik": [{"djup": NUMBER}]},
        {NUMBER: "nyckel"},
        [9001010017],
        199001010017.0,
        f'[{{"type": "text", "value": "<p>{NUMBER}</p>"}}]',
        "[9001010017]",
        f"[{NUMBER}]",
    ],
)
def test_pieces_of__find_the_number(value: Any) -> None:
    assert found_in(value)


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        "",
        17,
        "<p>900101</p><p>0017</p>",
        '<a href="tel:0701021230">070-102 12 30</a>',
        '<a href="tel:+46701234567">070-123 45 67</a>',
        '<a href="/a%20b/?c=2016%2D04%2D25">länk</a>',
        "20 %2D30 % 20991231%2D0019",
        {"a": 0.5},
        b"x",
    ],
)
def test_pieces_of__find_nothing(value: Any) -> None:
    assert not found_in(value)


@given(st.text(alphabet="<>&;a1 b/=\"'!-[]{}", max_size=60))
@example("<![1")
@example("<![1 <b>2</b> <![a")
def test_read_markup__never_fails(html: str) -> None:
    assert isinstance(read_markup(html).visible, str)


@pytest.mark.django_db
def test_texts_of__a_page_with_all_its_blocks(guide: Any) -> None:
    guide.body = [
        ("notice", {"heading": "Rubrik", "text": "<p>Ruta</p>"}),
        ("steps", {"heading": "", "steps": ["<p>Ett</p>", "<p>Två</p>"]}),
    ]

    texts = {(text.field, text.text) for text in texts_of(guide)}

    assert {("situation", "Symboler"), ("title", "En elev"), ("body", "Rubrik"), ("body", "Två")} <= texts


@pytest.mark.django_db
def test_texts_of__an_unsaved_image_without_a_file() -> None:
    assert ("title", "Bild") in {
        (text.field, text.text) for text in texts_of(apps.get_model("media", "Image")(title="Bild"))
    }
