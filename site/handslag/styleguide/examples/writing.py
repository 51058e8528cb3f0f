"""The blocks that editors write pages with."""

from django.utils.translation import gettext_lazy as _

from handslag.styleguide.components import BLOCKS, Component, Example

STEPS = [
    _("Talk with the person you are worried about, if it feels safe."),
    _("Write down what you have seen and heard, without guessing why."),
    _("Ask the consultation forum, without naming anyone."),
]


def components() -> list[Component]:
    return [
        Component(
            "notice",
            _("Notice"),
            [
                Example(
                    _("What must not be missed"),
                    {
                        "value": {
                            "heading": _("Never map opinions"),
                            "text": _("We act on what people do, not on what they think or believe."),
                        }
                    },
                )
            ],
            folder=BLOCKS,
        ),
        Component(
            "steps",
            _("Steps in order"),
            [Example(_("Three steps"), {"value": {"heading": "", "steps": STEPS}})],
            folder=BLOCKS,
        ),
    ]
