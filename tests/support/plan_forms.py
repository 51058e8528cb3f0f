"""What the editor's form of a plan sends."""

from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield


def plan_form(
    title: str, *passages: tuple[str, Any], heading: str = "Möten", **fields: Any
) -> dict[str, Any]:
    """A plan of one section, which holds `passages` as blocks of its body."""
    section = {
        "number": "1",
        "heading": heading,
        "level": "1",
        "body": streamfield(list(passages)),
        "facts": streamfield([]),
    }
    return nested_form_data(
        {
            "title": title,
            "introduction": rich_text(f"<p>{title}</p>", features=["bold"]),
            "sections": streamfield([("section", section)]),
            "plan_owner": "",
            "responsible_function": "",
            "valid_from": "",
            "valid_to": "",
            "comments": inline_formset([]),
            **fields,
        }
    )
