"""The page of one matter: what it says to whom, and what becomes of an answer that comes late, twice or by the wrong
person."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Revision

from plan_pages.editions.series import EditionSeries
from plan_pages.pages.action_plan import ActionPlanPage
from plan_pages.road.event import EventKind, tell
from plan_pages.road.matter import Matter, Stage
from plan_pages.workflow import doors
from tests.plan_pages.deciding.board import decided_plan, read, said, sv
from tests.plan_pages.deciding.browsing import form_in, opened, signed_in
from tests.support import plans, referrals, roads
from tests.support.factories import make_site

pytestmark = pytest.mark.django_db

NUMBER = "811228-9874"


@pytest.fixture
def page() -> ActionPlanPage:
    return decided_plan()


@pytest.fixture
def editor() -> Any:
    return roads.person("editor", name="Edit Redaktör")


@pytest.fixture
def reviewer() -> Any:
    return roads.person("reviewer", name="Rut Granskare")


@pytest.fixture
def matter(page: ActionPlanPage, editor: Any) -> Matter:
    return roads.submitted(page, editor)


def address(matter: Matter) -> str:
    return f"/beslut/{matter.pk}/"


def shown(user: Any, matter: Matter) -> str:
    answer = signed_in(user).get(address(matter))
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", read(answer))


def answer_with(user: Any, matter: Matter, way: str, **fields: str) -> Any:
    client = signed_in(user)
    return client.post(address(matter), {**opened(client, address(matter), way), **fields})


def test_page__says_what_it_is_where_it_stands_and_who_submitted_it(matter: Matter, reviewer: Any) -> None:
    text = shown(reviewer, matter)
    assert text.count("<h1") == 1 and "Edit Redaktör" in text
    title = sv("Draft of edition %(number)d of “%(title)s”", number=2, title=plans.document().title)
    assert f"<h1>{title}</h1>" in text
    assert re.search(r'aria-current="step".*?' + sv("Review"), text)
    assert 'href="#svar"' in text and "Så beslutade styrgruppen." in text


def test_changes__stand_with_counts_first_and_the_reason_under_each_heading(
    matter: Matter, reviewer: Any
) -> None:
    text = shown(reviewer, matter)
    summary, heading, reason = (
        text.index(mark)
        for mark in (
            "andring-sammanfattning",
            f'id="andring-avsnitt-{plans.key("avsnitt 4")[:8]}-rubrik"',
            "Så beslutade styrgruppen.",
        )
    )
    assert summary < heading < reason < text.index("Kommunen ska hålla löfte 1 i avsnitt 4.")


def test_first_edition__has_nothing_to_compare_with(editor: Any, reviewer: Any) -> None:
    make_site()
    matter = roads.submitted(plans.plan_page(), editor, plans.document(2))
    assert sv("There is no earlier edition to compare with: the whole text is new.") in shown(
        reviewer, matter
    )


def test_wording__that_orders_mapping_follows_to_the_board(
    page: ActionPlanPage, editor: Any, reviewer: Any
) -> None:
    words = "Skolan ska kartlägga elevernas åsikter."
    text = plans.document((*plans.numbered_sections(3), plans.section("kartor", words=words)))
    matter = roads.at_board(page, editor, reviewer, text)
    assert "kartlägga elevernas åsikter" in shown(roads.person("board"), matter)
    assert sv("Wording to look at once more") in shown(roads.person("board"), matter)


def test_blockers__lead_an_editor_to_the_field_and_tell_others(
    matter: Matter, editor: Any, reviewer: Any
) -> None:
    matter.law_checked_by = ""
    matter.save()
    link = 'href="/beslut/forbered/#id_law_checked_by"'
    sentence = sv("Say who checked the text against the law, and when.")
    assert link in shown(editor, matter) and link not in shown(reviewer, matter)
    assert sentence in shown(reviewer, matter)
    refused = answer_with(reviewer, matter, "approve", **{"godkann-text": "Bra!"})
    assert refused.status_code == 422 and "Bra!" in read(refused) and sentence in read(refused)


def test_approving__goes_on_and_is_told_with_its_comment(matter: Matter, reviewer: Any, editor: Any) -> None:
    done = answer_with(reviewer, matter, "approve", **{"godkann-text": "Tydligt skrivet."})
    assert done.status_code == 302 and said(done)
    matter.refresh_from_db()
    assert matter.stage == Stage.BOARD
    text = shown(editor, matter)
    assert "Tydligt skrivet." in text and "Rut Granskare" in text


def test_approval__sent_twice_says_that_the_matter_moved_on(matter: Matter, reviewer: Any) -> None:
    client = signed_in(reviewer)
    sent = {**opened(client, address(matter), "approve"), "godkann-text": "Bra!"}
    assert client.post(address(matter), sent).status_code == 302
    late = client.post(address(matter), sent)
    assert late.status_code == 422
    assert referrals.moved_on() in read(late) and "Bra!" in read(late)
    assert matter.reviews.count() == 1


def test_approval__sent_twice_does_not_close_the_referral(page: ActionPlanPage) -> None:
    """In the step after it the same word means another thing, and a small town's coordinator may do both."""
    writer, both = roads.person("editor"), roads.person("reviewer", "coordinator")
    matter = roads.drafted(page, writer)
    matter.asks_referral, matter.no_referral_reason = True, ""
    matter.save()
    matter = doors.submit(matter, writer)
    client = signed_in(both)
    sent = opened(client, address(matter), "approve")
    assert client.post(address(matter), sent).status_code == 302
    # Nobody has to be asked any more: closing it would now be possible.
    Matter.objects.update(asks_referral=False, no_referral_reason="Små ändringar.")
    assert client.post(address(matter), sent).status_code == 422
    matter.refresh_from_db()
    assert matter.stage == Stage.REFERRAL


def test_old_page__is_refused_and_the_new_one_is_answered(matter: Matter, editor: Any, reviewer: Any) -> None:
    client = signed_in(reviewer)
    early = {**opened(client, address(matter), "approve"), "godkann-text": "Bra!"}
    doors.act(matter, editor, "withdraw")
    page = ActionPlanPage.objects.get(pk=matter.series.page_id)
    plans.draft(page, plans.document(5), editor)
    doors.submit(roads.prepared(Matter.objects.get(pk=matter.pk)), editor)
    refused = client.post(address(matter), early)
    assert refused.status_code == 422 and referrals.moved_on() in read(refused)
    assert "avsnitt 5" in read(refused)
    again = form_in(read(refused), "approve")
    assert again["godkann-text"] == "Bra!"
    assert client.post(address(matter), again).status_code == 302
    matter.refresh_from_db()
    assert matter.stage == Stage.BOARD


def test_returned__the_editor_reads_why_first_thing(matter: Matter, editor: Any, reviewer: Any) -> None:
    assert answer_with(reviewer, matter, "return").status_code == 422
    assert (
        answer_with(reviewer, matter, "return", **{"atersand-text": "Avsnitt 4 är för långt."}).status_code
        == 302
    )
    text = shown(editor, matter)
    assert text.index("Avsnitt 4 är för långt.") < text.index('class="timeline"')


@pytest.mark.parametrize(
    ("way", "field", "who"),
    [
        ("approve", "godkann-text", "reviewer"),
        ("return", "atersand-text", "reviewer"),
        ("withdraw", "atertag-text", "editor"),
        ("comment", "kommentar-text", "board"),
    ],
)
def test_identity_number__is_refused_and_stays_in_the_field(
    matter: Matter, way: str, field: str, who: str
) -> None:
    refused = answer_with(roads.person(who), matter, way, **{field: f"Gäller {NUMBER}."})
    assert refused.status_code == 422
    assert form_in(read(refused), way)[field] == f"Gäller {NUMBER}."
    assert not matter.events.filter(text__contains=NUMBER).exists()
    assert Matter.objects.get().stage == Stage.REVIEW


def test_what_was_written__is_shown_where_the_form_is_gone(matter: Matter, reviewer: Any) -> None:
    client = signed_in(reviewer)
    sent = {**opened(client, address(matter), "return"), "atersand-text": "Långt resonemang."}
    doors.act(matter, roads.person("reviewer"), "approve")
    late = client.post(address(matter), sent)
    assert late.status_code == 422 and "Långt resonemang." in read(late)


def test_auditor__cannot_comment_and_reads_why(matter: Matter) -> None:
    client = signed_in(roads.person("auditor"))
    assert 'value="comment"' not in read(client.get(address(matter)))
    refused = client.post(address(matter), {"way": "comment", "kommentar-text": "Hej."})
    assert refused.status_code == 422 and "Hej." in read(refused)
    assert not matter.events.filter(kind=EventKind.COMMENTED).exists()


def test_comments__on_the_whole_on_a_change_and_on_what_did_not_change(matter: Matter, reviewer: Any) -> None:
    client = signed_in(reviewer)
    for section, text in (("", "Om helheten."), ("avsnitt 4", "Om det nya."), ("avsnitt 1", "Om det gamla.")):
        found = opened(client, address(matter), "comment")
        key = plans.key(section) if section else ""
        sent = {**found, "kommentar-section": key, "kommentar-text": text}
        for _time in range(2):
            assert client.post(address(matter), sent).status_code == 302
    text = shown(roads.person("board"), matter)
    assert all(text.count(words) == 1 for words in ("Om helheten.", "Om det nya.", "Om det gamla."))
    assert text.index("Om det nya.") < text.index('id="kommentarer"') < text.index("Om det gamla.")


def test_link_beside_a_change__begins_a_comment_on_it(matter: Matter, reviewer: Any) -> None:
    key = plans.key("avsnitt 4")
    assert f'href="?avsnitt={key}#id_kommentar-text"' in shown(reviewer, matter)
    assert (
        opened(signed_in(reviewer), f"{address(matter)}?avsnitt={key}", "comment")["kommentar-section"] == key
    )


def test_guest__sees_the_one_matter_and_no_way_to_the_others(matter: Matter, editor: Any) -> None:
    guest, client = roads.person(name="Gun Gäst"), signed_in(editor)
    sent = {**opened(client, address(matter), "invite"), "inbjud-account": str(guest.pk)}
    for _time in range(2):
        assert client.post(address(matter), sent).status_code == 302
    assert matter.events.filter(kind=EventKind.REVIEWER_INVITED).count() == 1
    assert "Gun Gäst" in shown(editor, matter)
    other = Matter.objects.create(series=another_series())
    guests = signed_in(guest)
    page = read(guests.get(address(matter)))
    assert 'href="/beslut/"' not in page and 'value="approve"' in page
    assert 'href="/beslut/"' not in read(guests.get(f"{address(matter)}text/"))
    for hidden in ("/beslut/", "/beslut/forbered/", address(other)):
        assert guests.get(hidden).status_code == 404
    assert f'href="{address(matter)}"' in read(guests.get("/"))


def another_series() -> EditionSeries:
    key = plans.key("annan plan")
    return EditionSeries.objects.create(kind="activity_plan", address="annan-plan", translation_key=key)


@pytest.mark.parametrize("who", ["author", "submitter", "reviewer", "closed"])
def test_guest__who_could_not_answer_is_not_invited(
    page: ActionPlanPage, editor: Any, reviewer: Any, who: str
) -> None:
    author, closed = roads.person(), roads.person(is_active=False)
    matter = doors.submit(roads.drafted(page, author), editor)
    account = {"author": author, "submitter": editor, "reviewer": reviewer, "closed": closed}[who]
    refused = answer_with(editor, matter, "invite", **{"inbjud-account": str(account.pk)})
    assert refused.status_code == 422 and not matter.guest_reviewers.exists()


def test_author__reads_why_not_and_who_may(matter: Matter, reviewer: Any, editor: Any) -> None:
    editor.groups.add(*reviewer.groups.all())
    text = shown(editor, matter)
    assert sv("You changed this text since the latest decision, so somebody else reviews it.") in text
    assert "Rut Granskare" in text and 'value="approve"' not in text


def test_text_that_moved__is_said_in_a_sentence_and_can_be_taken_back(
    matter: Matter, editor: Any, reviewer: Any
) -> None:
    revision = Revision.objects.get(pk=matter.revision_id)
    revision.content["title"] = "En annan titel"
    Revision.objects.filter(pk=revision.pk).update(content=revision.content)
    sentence = sv(
        "The text is no longer the one that was submitted; take it back to drafting and submit it anew."
    )
    for user in (editor, reviewer):
        assert sentence in shown(user, matter)
    assert sentence in read(signed_in(editor).get(f"{address(matter)}text/"))
    assert answer_with(reviewer, matter, "approve").status_code == 422
    assert answer_with(editor, matter, "withdraw", **{"atertag-text": "Fel."}).status_code == 302
    assert Matter.objects.get().stage == Stage.DRAFTING


@pytest.mark.parametrize("ending", ["adopted", "rejected"])
def test_closed_matter__keeps_its_changes_and_takes_no_answers(
    page: ActionPlanPage, editor: Any, reviewer: Any, ending: str
) -> None:
    fields = (
        {} if ending == "adopted" else {"outcome": "rejected", "reason": "För dyrt.", "in_effect_from": None}
    )
    matter = roads.recorded(roads.at_board(page, editor, reviewer), roads.person("board_secretary"), **fields)
    assert matter.ending == ending
    text = shown(editor, matter)
    assert "Så beslutade styrgruppen." in text and 'name="way"' not in text
    assert ('href="/handlingsplan/utgavor/2/"' in text) is (ending == "adopted")
    assert (
        signed_in(editor).post(address(matter), {"way": "comment", "kommentar-text": "Sent."}).status_code
        == 422
    )


def test_unknown_way__changes_nothing(matter: Matter, editor: Any) -> None:
    assert signed_in(editor).post(address(matter), {"way": "publish"}).status_code == 200
    assert Matter.objects.get().stage == Stage.REVIEW


@pytest.mark.both_databases
def test_questions_to_the_database__do_not_grow_with_the_talk_or_the_text(
    page: ActionPlanPage, editor: Any, reviewer: Any
) -> None:
    matter = roads.submitted(page, editor, plans.document(40))
    client = signed_in(reviewer)
    counted = []
    for _time in range(2):
        client.get(address(matter))
        with CaptureQueriesContext(connection) as queries:
            client.get(address(matter))
        counted.append(len(queries))
        for number in range(10):
            tell(matter, EventKind.COMMENTED, editor, text=f"Kommentar {number}.")
    assert counted[0] == counted[1] <= 60
