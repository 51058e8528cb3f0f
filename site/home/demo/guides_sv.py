"""Guides in everyday words (B-4.1). They say what to do and where a case belongs: never here (A7.1)."""

from home.demo.blocks import Block, items, notice, steps, text

TITLE, SLUG = "Guider", "guider"
INTRODUCTION = (
    "<p>Vad gör jag när …? Korta guider för dig som möter barn, unga, vuxna och föreningar i ditt arbete. "
    "Börja med den situation som liknar din. Du behöver inte vara säker för att be om råd.</p>"
)

_NO_CASES_HERE = notice(
    "Skriv aldrig om en person här",
    "Handslag är inget journalsystem. Det som rör en enskild person hör hemma i socialtjänstens eget system, "
    "eller i skolans dokumentation om elevhälsa.",
)

GUIDES: tuple[tuple[str, str, str, list[Block]], ...] = (
    (
        "En elev ritar symboler som oroar mig",
        "elev-ritar-symboler",
        "En elev har ritat märken eller skrivit siffror som jag känner igen från hatgrupper.",
        [
            text(
                "En symbol kan betyda mycket eller ingenting. Den kan vara ett sätt att väcka uppmärksamhet, "
                "något eleven "
                "sett i ett spel, eller ett tecken på att någon söker sig till en miljö där våld uppmuntras. "
                "Det vet du "
                "först när du har pratat med eleven."
            ),
            steps(
                "Gör så här",
                "<b>Prata med eleven i lugn och ro.</b> Fråga vad bilden betyder och var den kommer ifrån. Var nyfiken "
                "innan du är bestämd.",
                "<b>Säg vad som gäller på skolan.</b> Hat mot en grupp har ingen plats här, och eleven ska veta att du "
                "vill förstå, inte döma.",
                "<b>Berätta för rektor och elevhälsan samma dag.</b> De avgör hur det följs upp och dokumenteras.",
                "<b>Gör en orosanmälan om du tror att barnet far illa.</b> Du som arbetar i skolan är skyldig "
                "att anmäla "
                "redan vid misstanke. Anmälan går till socialtjänstens mottagning.",
                "<b>Be om råd om du är osäker.</b> Konsultationsforum svarar på frågor om situationer. Beskriv "
                "läget utan "
                "att någon kan kännas igen.",
            ),
            notice(
                "Bråttom?",
                "Om någon hotar med våld eller har vapen: gå undan och ring 112. Berätta för rektor så snart alla är i "
                "säkerhet.",
            ),
            text(
                "<h2>Bra att tänka på</h2>",
                items(
                    "Fota inte av teckningen med din egen telefon. Rektor avgör om den ska sparas och var.",
                    "Kontakta vårdnadshavare tillsammans med rektor, om det inte kan göra läget farligare för barnet.",
                    "Symboler byter betydelse fort. Fråga hellre eleven än internet.",
                ),
            ),
            _NO_CASES_HERE,
        ],
    ),
    (
        "En förälder berättar att tonåringen har dragit sig undan",
        "foralder-orolig",
        "En förälder säger att deras barn har bytt vänner, slutat med sin idrott och pratar om fiender.",
        [
            text(
                "Många tonåringar drar sig undan utan att det beror på extremism. Det som betyder mest är att "
                "föräldern "
                "blir tagen på allvar och att kontakten med den unge hålls öppen."
            ),
            steps(
                "Gör så här",
                "<b>Lyssna först.</b> Låt föräldern berätta färdigt. Fråga vad som har förändrats och när.",
                "<b>Ge ett råd som går att följa i kväll:</b> fortsätt prata med barnet om annat än åsikterna, ät "
                "tillsammans, ställ frågor. Förbud ensamma brukar stänga dörren.",
                "<b>Berätta vart familjen kan vända sig.</b> Socialtjänsten ger stöd även utan utredning, och "
                "familjen kan "
                "ringa utan att säga sitt namn.",
                "<b>Anmäl om barnet far illa.</b> Berätta för föräldern att du gör det, om det inte är farligt.",
            ),
            _NO_CASES_HERE,
        ],
    ),
    (
        "Jag hittar klotter eller klistermärken med hat",
        "klotter-med-hat",
        "På en vägg, en busskur eller en toalett sitter ett märke eller ett budskap riktat mot en grupp.",
        [
            text(
                "Hatklotter är till för att någon ska känna sig otrygg. Ju kortare tid det syns, desto mindre når det."
            ),
            steps(
                "Gör så här",
                "<b>Ta en bild med tjänstetelefonen</b> så att platsen syns, men inga människor.",
                "<b>Felanmäl till fastighetsjouren.</b> De tar bort hatbudskap inom ett dygn.",
                "<b>Polisanmäl.</b> Hets mot folkgrupp är ett brott, och anmälan räknas i den gemensamma lägesbilden.",
                "<b>Rör inte klistermärken med händerna.</b> Det händer att rakblad göms under dem.",
                "<b>Berätta för den som drabbas</b> att kommunen har sett det och tar bort det.",
            ),
        ],
    ),
    (
        "En förening eller församling blir hotad",
        "forening-hotad",
        "En moské, kyrka, synagoga eller förening hör av sig och berättar om hot, skadegörelse eller trakasserier.",
        [
            text(
                "Den som blir utsatt ska mötas som utsatt. Frågan om hot mot ett samfund handlar om deras "
                "trygghet, inte om "
                "deras tro."
            ),
            steps(
                "Gör så här",
                "<b>Fråga om någon är i fara nu.</b> I så fall 112.",
                "<b>Be dem göra en polisanmälan</b> och erbjud dig att hjälpa till. Skriv upp tid och plats, "
                "inga namn.",
                "<b>Kontakta kommunens samordnare samma dag.</b> Samordnaren tar frågan vidare till polisen och till "
                "interreligiösa rådet.",
                "<b>Hör av dig igen inom en vecka.</b> Tystnad från kommunen läses som likgiltighet.",
            ),
        ],
    ),
    (
        "En kollega pratar illa om en grupp människor",
        "kollega-pratar-illa",
        "I fikarummet säger en kollega återkommande saker om en folkgrupp eller en religion som gör andra tysta.",
        [
            text("Åsikter är fria, också på jobbet. Men alla ska kunna arbeta här utan att bli kränkta."),
            steps(
                "Gör så här",
                "<b>Säg vad du hörde och hur det landade.</b> ”När du säger så blir det tyst. Jag vill att du slutar.”",
                "<b>Prata med din chef</b> om det fortsätter. Chefen ansvarar för arbetsmiljön och måste utreda "
                "kränkningar.",
                "<b>Fråga den som drabbats</b> vad hon eller han vill ska hända.",
                "<b>Säg till direkt om kollegan uppmanar till våld.</b> Då är det en fråga för chefen och polisen.",
            ),
            notice(
                "Vi kartlägger inte vad folk tycker",
                "Kommunen får inte föra lista över någons politiska åsikt eller religion. Agera på vad någon gör.",
            ),
        ],
    ),
    (
        "Någon vill hyra vår lokal och jag är osäker",
        "hyra-lokal",
        "En förening vill boka en samlingssal, och jag undrar vad den egentligen ska användas till.",
        [
            text(
                "Kommunen ska behandla alla lika. Det är reglerna för lokalen som avgör, inte vad vi tycker om "
                "föreningen."
            ),
            steps(
                "Gör så här",
                "<b>Ställ samma frågor som till alla:</b> vad ska hända, hur många kommer, vem är ansvarig?",
                "<b>Läs hyresvillkoren tillsammans.</b> Uppmaningar till brott bryter alltid mot dem.",
                "<b>Ring polisens lokalområde</b> om du tror att det kan bli bråk. Säg vilken dag och plats det "
                "gäller.",
                "<b>Låt fritidschefen besluta</b> om du vill säga nej. Ett nej ska kunna motiveras skriftligt.",
            ),
        ],
    ),
    (
        "Jag ser hot och rykten i sociala medier",
        "hot-i-sociala-medier",
        "Ett inlägg om vår skola eller vår kommun sprids, med hot eller påståenden om en grupp människor.",
        [
            steps(
                "Gör så här",
                "<b>Dela inte vidare,</b> inte ens för att säga emot. Varje delning sprider det längre.",
                "<b>Ta en skärmbild</b> med datum och adress och skicka den till kommunikationsavdelningen.",
                "<b>Är det ett hot: ring polisen,</b> eller 112 om det är bråttom.",
                "<b>Låt en röst svara.</b> Kommunikationsavdelningen bestämmer om, var och hur vi svarar.",
            ),
            text(
                "Efteråt: berätta för samordnaren, så att det kommer med i lägesbilden som en händelse, utan namn."
            ),
        ],
    ),
    (
        "Någon kommer hem från ett krigsområde",
        "hem-fran-krigsomrade",
        "Jag får veta att en familj har kommit tillbaka från ett område med väpnad konflikt.",
        [
            text("Barn som kommer hem är i första hand barn. De behöver skola, vård och vuxna som orkar."),
            steps(
                "Gör så här",
                "<b>Ta emot barnet som alla andra nya elever.</b> Fråga inte ut det om vad som hänt.",
                "<b>Kontakta socialtjänsten.</b> De samordnar skola, vård och polis och har en egen rutin för detta.",
                "<b>Prata inte om familjen i fikarummet.</b> I en liten kommun räcker en detalj för att alla "
                "ska förstå vem.",
            ),
            _NO_CASES_HERE,
        ],
    ),
)
