"""The head of an edition, the road to a decision, facts and figures."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.styleguide.components import Component, Example


def components() -> list[Component]:
    return [_definition_header(), _timeline(), _summary_list(), _chart()]


def _definition_header() -> Component:
    facts = [
        {"key": _("Decided by"), "value": _("Municipal council")},
        {"key": _("Decision"), "value": "2026-02-16, § 41"},
        {"key": _("Registry number"), "value": "KS 2026-112"},
        {"key": _("In force since"), "value": _("1 March 2026")},
        {"key": _("Next review"), "value": _("1 September 2026")},
    ]
    links = [
        {"title": _("PDF"), "url": "#definition_header"},
        {"title": _("All editions"), "url": "#definition_header"},
        {"title": _("Show changes since edition 1"), "url": "#definition_header"},
    ]
    return Component(
        "definition_header",
        _("Head of an edition"),
        [
            Example(
                _("In force"),
                {
                    "label": _("Edition 2"),
                    "status": _("In force"),
                    "kind": "success",
                    "facts": facts,
                    "links": links,
                },
            ),
            Example(
                _("Draft"),
                {
                    "label": _("Draft of edition 3"),
                    "status": _("Not decided"),
                    "kind": "warning",
                    "facts": facts[2:3],
                },
            ),
        ],
    )


def _timeline() -> Component:
    today = clock.today()
    steps = [
        {"title": _("Review by the preparatory group"), "state": "done", "date": today - timedelta(days=30)},
        {
            "title": _("Consultation round"),
            "state": "current",
            "date": today,
            "text": _("Five of seven bodies have answered."),
            "url": "#timeline",
        },
        {"title": _("Decision of the board"), "state": "coming"},
    ]
    stopped = [
        {"title": _("Review by the preparatory group"), "state": "done"},
        {
            "title": _("Referred back by the board"),
            "state": "failed",
            "text": _("Section 5 needs a cost estimate."),
        },
    ]
    label = _("The road to a decision")
    return Component(
        "timeline",
        _("Steps"),
        [
            Example(_("On the way"), {"steps": steps, "label": label}),
            Example(_("Stopped"), {"steps": stopped, "label": label}),
        ],
    )


def _summary_list() -> Component:
    rows = [
        {
            "key": _("Accountable function"),
            "value": _("Head of security"),
            "href": "#summary_list",
            "action": _("Change"),
        },
        {"key": _("Obligation"), "value": _("must")},
        {"key": _("Evidence"), "value": ""},
    ]
    return Component("summary_list", _("Facts"), [Example(_("With an action and a gap"), {"rows": rows})])


def _chart() -> Component:
    bars = [
        {"label": _("Kept"), "value": 21},
        {"label": _("At risk"), "value": 5},
        {"label": _("Broken"), "value": 2},
        {"label": _("No data"), "value": 0},
    ]
    return Component(
        "chart",
        _("Bars"),
        [
            Example(
                _("With the finding as title"),
                {
                    "id": "chart-sample",
                    "finding": _("21 of 28 commitments are kept"),
                    "unit": _("Number"),
                    "bars": bars,
                    "largest": 28,
                    "source": _("Source: commitments of edition 2, counted today."),
                },
            ),
        ],
    )
