"""What the editor of the demo has said beside the draft, so that a board member finds something real to decide."""

import datetime
from typing import Final

from plan_pages.demo.writing import block_id
from plan_pages.road.changes import FRONT

# So many days before the demo is loaded: it always looks as if the matter were under way.
WRITTEN: Final = datetime.timedelta(days=24)
SUBMITTED: Final = datetime.timedelta(days=17)
REVIEWED: Final = datetime.timedelta(days=12)

REGISTRY_NUMBER: Final = "KS %d/214"
LAW_CHECKED_BY: Final = "Kommunjuristen"
NO_REFERRAL: Final = (
    "Nämnderna och det brottsförebyggande rådet fick yttra sig över utgåva 2. Ändringarna nu är få och är redan "
    "förankrade i rådet och i det interreligiösa rådet."
)
REVIEWER_SAYS: Final = (
    "Ändringarna är tydliga och har en ansvarig funktion. Bra att det står varför bidraget tas bort."
)

REASONS: Final = {
    FRONT: "Från när den nya utgåvan gäller bestäms i beslutet, så den gamla giltighetstiden är borttagen.",
    block_id("civilsamhalle"): (
        "Föreningar och trossamfund vill träffa kommunen oftare än en gång om året, och flera av dem har utsatts för "
        "hot. Det interreligiösa rådet finns sedan i våras och får en plats i planen. Bidraget till mötesplatser "
        "ligger sedan årsskiftet i kultur- och fritidsnämndens egna riktlinjer."
    ),
    block_id("individ"): (
        "Socialtjänsten har haft arbetssättet i två år och det fungerar. Därför blir det ett åtagande som ska hållas."
    ),
    block_id("natet"): (
        "Föräldrar hör av sig till skolan och fritidsgårdarna och vet inte vem de ska fråga. Ett föräldramöte varje "
        "läsår når de flesta."
    ),
}
ENDED: Final = (block_id("civilsamhalle/bidrag"),)
