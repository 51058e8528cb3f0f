"""What the wordings look like in Swedish: where each may be, what it is, and what makes it harmless."""

import re
from dataclasses import dataclass
from typing import Final

from .findings import FEW_PEOPLE_FIT, GROUP_SINGLED_OUT, OPINION_MAPPING


@dataclass(frozen=True, slots=True)
class Rule:
    """`anchors` are rare word stems that cost little to look for; `unless` is read in the same sentence."""

    kind: str
    anchors: tuple[str, ...]
    pattern: re.Pattern[str]
    unless: tuple[re.Pattern[str], ...] = ()


def _any(words: str) -> str:
    """One of several patterns, each on its own line or parted by two blanks."""
    return "(?:" + "|".join(re.split(r"\s{2,}|\n", words.strip())) + ")"


_NEGATION = re.compile(
    r"\b"
    + _any(r"inte  aldrig  ej  icke  utan att  varken  förbju\w+  otillåt\w+  undvik\w*  olagligt?")
    + r"\b"
)

_MONITORING = _any(
    r"""
    kartlägg\w*  registrera\w*  rapportera\w*  inrapportera\w*  anmäl(?:a|as|er|s)\b  övervaka\w*
    anteckna\w*  dokumentera\w*  bevaka\w*  kontrollera\w*  granska\w*  (?:ut)?spana\w*  listas?\b
    samlas? in  föra? (?:register|lista|anteckningar) över  hållas? under uppsikt
    identifiera\w*  inventera\w*  notera\w*  angiv\w+  ange\b  utreda\w*  screena\w*
    """
)
_HELD = _any(
    r"""
    tron?  uppfattning\w*  tillhörighet\w*  inställning\w*  hemvist\w*  sympati\w*  ståndpunkt\w*
    engagemang\w*
    """
)
_OPINION = _any(
    rf"""
    åsikter\w*  åskådning\w*  övertygelse\w*  trosuppfattning\w*  tros(?:in)?riktning\w*
    (?:tros|religions|parti)tillhörighet\w*
    (?:politisk|religiös|ideologisk)\w* (?:\w+ )?{_HELD}
    """
)
# "What residents think of the lighting" is a survey, not a register.
_NOT_OF_A_SERVICE = (
    r"(?! (?:om|kring|på|angående) (?:\w+ ){0,2}"
    + _any(
        r"""
        trygg  otrygg  plan  handlingsplan  förslag  verksamhet  service  skolan  skolmat  kommunens
        utbildning  insats  arbetet  miljön  belysning  webb  remiss
        """
    )
    + r"\w*)"
)
_BELIEVERS = (
    _any(
        r"""
        muslimer  judar  romer  shiamuslimer  sunnimuslimer  somalier  araber  kurder  afghaner
        irakier  syrier
        """
    )
    + "(?:na|s)?"
)
_BACKGROUNDS = _any(r"utländsk  muslimsk  romsk  judisk  somalisk  arabisk")
_GROUPS = _any(
    rf"""
    {_BELIEVERS}
    muslimska (?:\w+ )?(?:män|pojkar|elever|familjer|ungdomar|föräldrar|kvinnor|flickor)
    invandrare(?:n|na|s)?  invandrar(?:killar|pojkar|ungdomar|familjer)\w*  utlandsfödda  nyanlända
    asylsökande  flyktingar(?:na)?  ensamkommande  personer med {_BACKGROUNDS} bakgrund
    """
)
_SUSPECT = _any(
    r"risk  hot  fara  farliga  opålitliga  misstänkta  terrorister  extremister  våldsbenägna  kriminella"
)
_SUSPICION = _any(
    rf"""
    {_MONITORING}  under uppsikt  riskgrupp\w*  säkerhetsrisk\w*
    utgör (?:en |ett )?(?:\w+ )?(?:risk|hot|fara)\w*
    är (?:en |ett )?(?:\w+ )?{_SUSPECT}\b
    misstänk(?:s|as|ta|liggör\w*)\b  tar? avstånd
    """
)
# A sentence about what a group is exposed to, or offered, is no suspicion against it.
_PROTECTIVE = re.compile(
    _any(
        r"""
        hatbrott  hot mot  hat mot  hets mot  rasism  antisemitism  islamofobi  antiziganism  afrofobi
        diskrimin  utsatt  fördom  skydd  trygg  stöd  rättigheter  erbjud  bjuds? in  våld mot  trakasseri
        förföl  förintelse  upplev  dialog
        """
    )
)
_MODAL = "(?:ska|skall|bör|måste)"
_PERSON = _any(
    r"""
    pojken?  flickan?  eleve?n?  mann?en  man  kvinnan?  killen?  tjejen?  person(?:en)?  ungdom(?:en)?
    familj(?:en)?  imam(?:en)?  läraren?  medarbetaren?  sonen  dottern  barn(?:et)?  invånaren
    """
)
# A place small enough: one school, one congregation, one class.
_AT = r"(?:i|på|från|vid)\s+"
_SMALL_PLACE = _AT + _any(
    rf"\w+{_any('skolan  gymnasiet  området  byn  församlingen  moskén  föreningen')}  (?:årskurs|klass)\s"
)
_THE_ONLY = r"\b(?:den|det) end[ae]\s+"


def _words(most: int) -> str:
    """Up to so many words between."""
    return rf"(?:\s+\S+){{0,{most}}}?\s+"


RULES: Final = (
    Rule(
        OPINION_MAPPING,
        (*("åsikt", "åskåd", "övertyg", "tros", "tillhörig", "politisk", "religiös", "ideologisk"),),
        re.compile(
            rf"\b{_MONITORING}{_words(7)}\w*?{_OPINION}\b{_NOT_OF_A_SERVICE}"
            rf"|\b{_OPINION}{_NOT_OF_A_SERVICE}{_words(4)}(?:{_MODAL}|kan|får|behöver){_words(3)}{_MONITORING}"
        ),
        (_NEGATION,),
    ),
    Rule(
        GROUP_SINGLED_OUT,
        (
            *("muslim", "judar", "romer", "somalier", "araber", "kurder", "afghaner", "irakier", "syrier"),
            *(
                "invandrar",
                "utlandsföd",
                "nyanländ",
                "asylsökande",
                "flyktingar",
                "ensamkommande",
                "bakgrund",
            ),
        ),
        re.compile(
            rf"\b{_GROUPS}\b{_words(5)}{_SUSPICION}"
            rf"|\b{_MONITORING}{_words(3)}{_GROUPS}\b"
            rf"|\b(?:alla|samtliga|varje|de flesta|många)\s+{_BELIEVERS}\s+(?:är|{_MODAL}|utgör|vill|har)\b"
            rf"|\b{_BELIEVERS}\s+{_MODAL}\s+(?!(?:även |också )?(?:få|kunna|ha|känna|bemötas|vara|synas))"
        ),
        (_NEGATION, _PROTECTIVE),
    ),
    Rule(
        FEW_PEOPLE_FIT,
        ("den end", "det enda", "åri"),
        re.compile(
            rf"{_THE_ONLY}(?:\S+\s+){{0,3}}?{_PERSON}\b{_words(4)}(?:i|på|från|vid|med|som|hos)\b"
            rf"|{_THE_ONLY}{_AT}(?:\S+\s+){{1,4}}?som\b"
            rf"|\b\d{{1,2}}(?:-|\s)?årig[ae]?\s+(?:\S+\s+){{0,2}}?{_PERSON}\b{_words(6)}{_SMALL_PLACE}"
            rf"|\ben\s+\d{{1,2}}-åring(?:en)?\b{_words(5)}{_SMALL_PLACE}"
        ),
    ),
)
