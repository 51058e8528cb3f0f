"""The organisations and functions that the demo's bodies need; those that the directory's demo made are used."""

from contacts.functions.function import Function
from contacts.organisations.kinds import OrganisationKind
from contacts.organisations.organisation import Organisation
from handslag.places.models import Municipality

ORGANISATIONS = {
    "Trygghetsenheten": (OrganisationKind.SECURITY, True),
    "Socialförvaltningen i Björkmark": (OrganisationKind.SOCIAL_SERVICES, True),
    "Skolförvaltningen i Björkmark": (OrganisationKind.SCHOOL, True),
    "Polisen, lokalpolisområde Norrmark": (OrganisationKind.POLICE, False),
    "Migrationsverket, boendeenheten i Norrmark": (OrganisationKind.MIGRATION, False),
    "Asylboendet Granliden": (OrganisationKind.MIGRATION, True),
    "Länsstyrelsen i Norrmarks län": (OrganisationKind.COUNTY_BOARD, False),
    "Föreningen Mötesplats Björkmark": (OrganisationKind.CIVIL_SOCIETY, True),
    "Församlingen Ljuset": (OrganisationKind.FAITH_COMMUNITY, True),
    "Lillsjö kommun": (OrganisationKind.MUNICIPAL, False),
}
FUNCTIONS = {
    "Beredskapssamordnare": "Trygghetsenheten",
    "Socialchef": "Socialförvaltningen i Björkmark",
    "Gymnasierektor": "Skolförvaltningen i Björkmark",
    "Kommunpolis": "Polisen, lokalpolisområde Norrmark",
}


def organisation(name: str, municipality: Municipality | None) -> Organisation:
    existing = Organisation.objects.filter(name=name).first()
    if existing is not None:
        return existing
    kind, is_local = ORGANISATIONS[name]
    return Organisation.objects.create(name=name, kind=kind, municipality=municipality if is_local else None)


def function(name: str, municipality: Municipality | None) -> Function:
    at = organisation(FUNCTIONS[name], municipality)
    return Function.objects.get_or_create(organisation=at, name=name)[0]
