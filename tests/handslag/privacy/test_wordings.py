"""Wordings that deserve a second look, and the ordinary sentences of a plan that do not."""

import pytest

from handslag.privacy import scan
from handslag.privacy.findings import EXPLANATIONS, NAMES
from handslag.privacy.wording_rules import RULES

WARNED = [
    ("opinion_mapping", "Lärare ska kartlägga elevernas åsikter."),
    ("opinion_mapping", "Personalen rapporterar politiska åsikter till samordnaren."),
    ("opinion_mapping", "Skolan bör registrera religiös övertygelse hos eleverna."),
    ("opinion_mapping", "Elevernas religiösa uppfattning ska dokumenteras och rapporteras."),
    ("opinion_mapping", "Åsikter som väcker oro ska alltid rapporteras till polisen."),
    ("opinion_mapping", "Vi ska föra register över ungdomars politiska tillhörighet."),
    ("opinion_mapping", "Fritidsgårdarna ska anteckna besökarnas tros-\noch trosuppfattningar."),
    ("group_singled_out", "Muslimer ska ta avstånd från terror."),
    ("group_singled_out", "Alla romer bör kontrolleras av socialtjänsten."),
    ("group_singled_out", "Ensamkommande utgör en särskild riskgrupp."),
    ("group_singled_out", "Socialtjänsten ska övervaka muslimska familjer i området."),
    ("group_singled_out", "Många somalier är kriminella."),
    ("few_people_fit", "Den enda flickan med slöja på Norrskolan har varit frånvarande."),
    ("few_people_fit", "Det gäller den enda i kommunen som rest till Syrien."),
    ("few_people_fit", "En 14-årig pojke på Norrskolan ritade symboler."),
    ("few_people_fit", "En 15-åring i årskurs 9 har hotat en lärare."),
    ("few_people_fit", "En 43-årig man vid Österbyn."),
]

PASSED = [
    "Skolan får aldrig kartlägga elevers åsikter.",
    "Kommunen ska inte registrera religiös tillhörighet.",
    "Vi kartlägger invånarnas åsikter om tryggheten i centrum.",
    "Enkäten samlar in åsikter om kommunens service.",
    "Lägesbilden kartlägger våldsbejakande extremism i kommunen.",
    "Alla har rätt till sina åsikter och sin religiösa övertygelse.",
    "Politiska beslut ska rapporteras till kommunfullmäktige.",
    "Nämnden ska rapportera till kommunstyrelsen två gånger per år.",
    "Muslimer ska kunna känna sig trygga i kommunen.",
    "Hatbrott mot muslimer och judar ska anmälas till polisen.",
    "Nyanlända ska erbjudas samhällsorientering.",
    "Antisemitism och antiziganism drabbar judar och romer, och ska rapporteras.",
    "Socialtjänsten möter asylsökande och ensamkommande på boendet.",
    "Vi för dialog med romer om deras utsatthet, och dokumenterar vad som avtalas.",
    "Den enda uppgiften som saknas är datum.",
    "Det enda vi vet är att lägesbilden är gammal.",
    "Planen är tvåårig och följs upp varje år.",
    "13-åriga flickor och pojkar är målgruppen för utbildningen i kommunen.",
    "Årskurs 9 har haft temadag på alla skolor.",
    "Uppföljningen ska granska om åtgärderna nått de grupper de avsåg.",
]

# Line breaks within words, as a PDF leaves them.
PLAN = """
Antagen av kommunfullmäktige 2016-04-25, § 74, dnr KS/2016:168.

1. Samverkan
Brå ska träffas minst fyra gånger om året. Där ingår säkerhetssamord-
nare, chefer, polisen och gymnasieskolan. Vi ska fortsätta att möta Migrationsverket och dem som driver
asylboenden. Vi bör hitta mötesplatser med föreningar och trossamfund.

2. Lägesbild
Polisen har en central roll. Lägesbilden ska beskriva vit makt-miljön, den autonoma miljön och den
våldsbejakande islamistiska miljön, var de finns och vad de gör. De som lockas är oftast pojkar
och män, och grupperna kan av
ideologiska skäl motsätta sig jämställdhet. Ingen grupp ska pekas ut.

3. Stöd
Den som är orolig kan ringa 020-100 200 eller 08-527 44 90, vardagar 9–15. Underlag:
www.plan.handslag.test/2016/04/25/. Ärendet följs upp varje år; budget 1 250 000 kr,
bankgiro 5050-1055, org.nr 212000-2627.
"""


@pytest.mark.parametrize(("kind", "sentence"), WARNED)
def test_scan__warns(kind: str, sentence: str) -> None:
    found = scan(f"Inledning. {sentence} Avslutning.")

    assert [finding.kind for finding in found] == [kind]
    assert not found[0].is_blocking
    assert str(found[0].advice)


@pytest.mark.parametrize("sentence", PASSED)
def test_scan__does_not_warn(sentence: str) -> None:
    assert scan(f"Inledning. {sentence} Avslutning.") == []


def test_scan__finds_nothing_in_a_plan_as_they_are_written() -> None:
    assert scan(PLAN) == []


def test_scan__places_a_warning_where_it_stands() -> None:
    text = "İ början. Lärare ska kartlägga elevernas åsikter. Slut."

    (found,) = scan(text)

    assert text[found.start : found.end] == "kartlägga elevernas åsikter"


def test_scan__a_sentence_said_over_and_over_is_pointed_out_a_limited_number_of_times() -> None:
    assert 1 < len(scan("Lärare ska kartlägga elevernas åsikter. " * 500)) <= 20


def test_rules__each_has_a_name_and_an_explanation() -> None:
    for rule in RULES:
        assert str(NAMES[rule.kind])
        assert str(EXPLANATIONS[rule.kind]).endswith(".")
