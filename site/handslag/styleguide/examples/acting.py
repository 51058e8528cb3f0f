"""Buttons and what opens."""

from django.utils.translation import gettext_lazy as _

from handslag.styleguide.components import Component, Example


def components() -> list[Component]:
    return [
        Component(
            "button",
            _("Button"),
            [
                Example(_("Primary: one on a page"), {"label": _("Send for review")}),
                Example(_("Secondary"), {"label": _("Save draft"), "kind": "secondary"}),
                Example(_("Quiet"), {"label": _("Cancel"), "kind": "quiet", "type": "button"}),
                Example(_("Cannot be undone"), {"label": _("Delete the draft"), "kind": "danger"}),
                Example(
                    _("As a link, with an icon"),
                    {
                        "label": _("Download as PDF"),
                        "href": "#button",
                        "kind": "secondary",
                        "icon": "download",
                    },
                ),
            ],
            small=True,
        ),
        Component(
            "details",
            _("Details"),
            [
                Example(
                    _("Closed"),
                    {
                        "summary": _("Why do we ask for this?"),
                        "text": _("The plan names functions, so that the answer stays when a person leaves."),
                    },
                ),
                Example(
                    _("Open"),
                    {
                        "summary": _("Who may see this?"),
                        "text": _("Everyone who is signed in. Nothing here is public."),
                        "open": True,
                    },
                ),
            ],
        ),
    ]
