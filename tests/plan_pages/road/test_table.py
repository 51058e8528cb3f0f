"""The table of rules: what the docs say is what the code asks, and every cell of it is tried."""

import itertools

import pytest

from handslag.access.roles import roles
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.rules import may
from plan_pages.road.table import RULES, Action, Bar
from tests.support import plans, roads
from tests.support.factories import make_site
from tests.support.locations import ROOT
from tests.support.once import anew, once

DOCS = ROOT / "docs" / "developers" / "road.md"


def table() -> str:
    rows = ["| Action | Stages | Roles | Barred |", "| --- | --- | --- | --- |"]
    for action, rule in RULES.items():
        stages = "every" if len(rule.stages) == len(Stage) else ", ".join(rule.stages)
        barred = ", ".join(bar.replace("_", " ") for bar in rule.bars)
        rows.append(f"| {action.replace('_', ' ')} | {stages} | {', '.join(rule.roles)} | {barred} |")
    return "\n".join(rows)


def test_docs__show_the_table_that_the_code_asks() -> None:
    shown = DOCS.read_text().partition("<!-- table -->")[2].partition("<!-- /table -->")[0]
    assert shown.strip() == table()


def in_force() -> ActionPlanPage:
    make_site()
    page = plans.plan_page()
    plans.adopt(page)
    return page


decided = once(in_force)


@pytest.fixture
def page(decided: ActionPlanPage, db: None) -> ActionPlanPage:
    return anew(decided)


@pytest.mark.parametrize("action", Action)
def test_rules__every_role_in_every_stage(page: ActionPlanPage, action: Action) -> None:
    """Nobody here wrote or submitted anything: roles and stages alone decide."""
    matter = roads.drafted(page, roads.person("editor"))
    people = {role.name: roads.person(role.name) for role in roles}
    rule = RULES[action]
    for stage, (name, person) in itertools.product(Stage, people.items()):
        asked = Matter(pk=matter.pk, series=matter.series, stage=stage)
        allowed = stage in rule.stages and name in rule.roles and Bar.NOT_ENTERED not in rule.bars
        assert bool(may(person, action, asked)) == allowed, (name, stage)


@pytest.mark.parametrize("action", [action for action, rule in RULES.items() if Bar.AUTHOR in rule.bars])
def test_rules__an_author_is_barred_and_reads_who_may(page: ActionPlanPage, action: Action) -> None:
    author = roads.person(*RULES[action].roles, "editor")
    other = roads.person(*RULES[action].roles, name="Olle Annan")
    matter = roads.drafted(page, author)
    matter.stage = RULES[action].stages[0]
    assert "Olle Annan" in may(author, action, matter).why_not
    assert may(other, action, matter)
