"""The demo's dialogue log: made-up organisations, and words as careful as real ones must be."""

import datetime
from dataclasses import dataclass

from django.utils.translation import override
from wagtail.models import Page, Site

from contacts.bodies.body import BodyPage
from contacts.bodies.kinds import BodyKind, MeetingState
from contacts.bodies.meeting import MeetingPage
from contacts.dialogue.entry_page import DialogueEntryPage
from contacts.dialogue.kinds import MatterKind, Theme
from contacts.dialogue.log_page import DialogueLogPage
from contacts.dialogue.participant import DialogueParticipant
from contacts.functions.function import Function
from contacts.organisations.kinds import OrganisationKind
from contacts.organisations.organisation import Organisation
from handslag import clock
from handslag.demo.sections import SectionText, load_section

TEXTS = {
    "sv": SectionText(
        "Dialoglogg",
        "dialog",
        "<p>Samtal med trossamfund och andra föreningar: vad vi talade om, vad vi kom överens om och vem som följer "
        "upp det. Loggen nämner organisationer och funktioner, aldrig personer och aldrig vad någon tror.</p>",
    ),
    "en": SectionText(
        "Dialogue log",
        "dialogue",
        "<p>Conversations with faith communities and other associations: what we talked about, what we agreed on and "
        "who follows it up. The log names organisations and functions, never persons or what anybody believes.</p>",
    ),
}
COUNCIL = "Björkmarks interreligiösa råd"
PARISH = "Björkmarks församling"
CONGREGATION = "Norra bygdens samfund"
CULTURE = "Kulturföreningen Bron"
YOUTH = "Ungdomsringen i Björkmark"
MUNICIPALITY = "Trygghetsenheten"
ORGANISATIONS = {
    COUNCIL: OrganisationKind.FAITH_COMMUNITY,
    PARISH: OrganisationKind.FAITH_COMMUNITY,
    CONGREGATION: OrganisationKind.FAITH_COMMUNITY,
    CULTURE: OrganisationKind.CIVIL_SOCIETY,
    YOUTH: OrganisationKind.CIVIL_SOCIETY,
    MUNICIPALITY: OrganisationKind.SECURITY,
}
OWNER = "Samordnare för dialogen"


@dataclass(frozen=True)
class Entry:
    """`days_ago` of the conversation; `due_in` days from today, and `done_ago` where it is followed up; `at_meeting`:
    it came up at the latest meeting of the interreligious council."""

    days_ago: int
    title: str
    slug: str
    organisations: tuple[str, ...]
    themes: tuple[Theme, ...]
    agreed: str
    follow_up: str
    due_in: int
    done_ago: int | None = None
    kind: MatterKind = MatterKind.CONSULTATION
    at_meeting: bool = False


ENTRIES = (
    Entry(
        200,
        "Rådets vårmöte om kontaktvägar",
        "varmote-kontaktvagar",
        (COUNCIL, PARISH, CONGREGATION, CULTURE),
        (Theme.INFORMATION, Theme.COOPERATION),
        "En kontaktväg in till kommunen: samordnaren för dialogen. Frågor besvaras inom en vecka.",
        "Skicka ut kontaktvägen till alla som deltog.",
        -180,
        done_ago=185,
    ),
    Entry(
        120,
        "Samtal om lokaler för ungas fritid",
        "lokaler-ungas-fritid",
        (CULTURE, YOUTH),
        (Theme.YOUTH, Theme.LEISURE),
        "Föreningarna får se vilka lokaler som kan lånas kvällstid. Kommunen tar fram en lista.",
        "Listan över lokaler är klar och utskickad.",
        -90,
        done_ago=95,
    ),
    Entry(
        45,
        "Önskemål om stöd i svåra samtal",
        "stod-i-svara-samtal",
        (COUNCIL, CONGREGATION),
        (Theme.SUPPORT, Theme.COOPERATION),
        "Konsultationsforumet berättar på nästa möte hur man frågar om råd, utan att beskriva någon person.",
        "Boka in forumet till nästa möte.",
        10,
    ),
    Entry(
        12,
        "Höstmöte om trygghet vid sammankomster",
        "hostmote-trygghet",
        (COUNCIL, PARISH, CULTURE, MUNICIPALITY),
        (Theme.SAFETY, Theme.PREPAREDNESS),
        "Kommunen bjuder in till en allmän genomgång av säkerhet i samlingslokaler.",
        "Datum för genomgången är satt.",
        40,
        at_meeting=True,
    ),
    Entry(
        11,
        "Uppföljning efter höstmötet",
        "uppfoljning-hostmotet",
        (CONGREGATION, MUNICIPALITY),
        (Theme.SAFETY, Theme.SUPPORT),
        "Samfundet har berättat om ovälkomna meddelanden. Kommunen går igenom vilka stöd som finns och återkommer.",
        "Återkoppla till samfundet om stöd.",
        5,
        kind=MatterKind.EXPOSURE,
        at_meeting=True,
    ),
)


def load_dialogue() -> None:
    """May be run again: what is there stays as somebody may have changed it."""
    load_section(DialogueLogPage, TEXTS)
    log = DialogueLogPage.objects.child_of(Site.objects.get(is_default_site=True).root_page).get()
    with override("sv"):
        organisations = {name: _organisation(name, kind) for name, kind in ORGANISATIONS.items()}
        owner, _created = Function.objects.get_or_create(name=OWNER, organisation=organisations[MUNICIPALITY])
        for entry in ENTRIES:
            if not DialogueEntryPage.objects.child_of(log).filter(slug=entry.slug).exists():
                _add(log, entry, organisations, owner)


def _organisation(name: str, kind: OrganisationKind) -> Organisation:
    return Organisation.objects.filter(name=name).first() or Organisation.objects.create(name=name, kind=kind)


def _council_meeting() -> MeetingPage | None:
    councils = BodyPage.objects.filter(kind=BodyKind.INTERRELIGIOUS_COUNCIL, locale__language_code="sv")
    below = [council.path for council in councils]
    held = MeetingPage.objects.filter(state=MeetingState.HELD).order_by("-starts_at")
    return next((meeting for meeting in held if meeting.path[: -Page.steplen] in below), None)


def _add(log: DialogueLogPage, entry: Entry, organisations: dict[str, Organisation], owner: Function) -> None:
    today = clock.today()
    page = DialogueEntryPage(
        title=entry.title,
        slug=entry.slug,
        locale=log.locale,
        date=today - datetime.timedelta(days=entry.days_ago),
        kind=entry.kind,
        themes=[str(theme) for theme in entry.themes],
        agreed=entry.agreed,
        meeting=_council_meeting() if entry.at_meeting else None,
        follow_up=entry.follow_up,
        follow_up_owner=owner,
        follow_up_due=today + datetime.timedelta(days=entry.due_in),
        done_on=None if entry.done_ago is None else today - datetime.timedelta(days=entry.done_ago),
    )
    page.participants = [
        DialogueParticipant(organisation=organisations[name], sort_order=place)
        for place, name in enumerate(entry.organisations)
    ]
    log.add_child(instance=page)
    page.save_revision(clean=False).publish()
