"""What the public pages show: helplines, the emergency number, the way out."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.styleguide.components import Component, Example


def components() -> list[Component]:
    return [
        Component("emergency", _("Emergency number"), [Example(_("First on the page"))]),
        Component(
            "helpline",
            _("Helpline"),
            [
                Example(
                    _("Checked"),
                    {
                        "name": _("Sample helpline"),
                        "audience": _("For those who worry about someone close to them."),
                        "number": "099-000 00 00",
                        "tel": "0990000000",
                        "hours": _("Weekdays 9–16, evenings until 20 on Tuesdays"),
                        "languages": _("Swedish, English, Arabic"),
                        "cost": _("Free of charge"),
                        "anonymity": _("You need not say who you are"),
                        "url": "#helpline",
                        "verified_on": clock.today() - timedelta(days=12),
                    },
                ),
                Example(
                    _("Not checked"),
                    {
                        "name": _("Another sample helpline"),
                        "audience": _("For professionals who need advice."),
                        "note": _("The number has not been checked and is not shown."),
                    },
                ),
            ],
        ),
        Component(
            "quick_exit", _("Way out"), [Example(_("At the top of the page"), {"href": "#quick_exit"})]
        ),
    ]
