"""Numbers and links that stand in the plan, all fictional but 112 and 114 14."""

from plan_pages.demo.writing import fact

_SUPPORT_HOURS = "Vardagar klockan 9–16. Du behöver inte säga vem du är. Exempelnummer i demonstrationen."

COORDINATOR = fact("ansvar/samordnare", "contact", "Kommunens samordnare", "031-390 06 21", "Exempelnummer.")
# The unit was renamed after the first edition had been decided.
UNIT_OLD = fact(
    "ansvar/enheten", "link", "Säkerhetsenheten", "https://bjorkmark.test/trygghet", "På kommunens intranät."
)
UNIT = UNIT_OLD.model_copy(update={"label": "Trygghetsenheten"})

EMERGENCY = fact("individ/112", "helpline", "Fara för liv", "112", "Dygnet runt.")
POLICE = fact("individ/11414", "helpline", "Polisen, när det inte är bråttom", "114 14", "Dygnet runt.")
# The first edition was decided with two figures swapped.
SUPPORT_MISPRINTED = fact(
    "individ/stodtelefonen", "helpline", "Stödtelefonen", "08-465 004 61", _SUPPORT_HOURS
)
SUPPORT = SUPPORT_MISPRINTED.model_copy(update={"value": "08-465 004 16"})
