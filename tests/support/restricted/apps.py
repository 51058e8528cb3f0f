from handslag.contributing import ContributingAppConfig


class RestrictedConfig(ContributingAppConfig):
    name = "tests.support.restricted"
    label = "restricted"
