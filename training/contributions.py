"""What the training catalogue brings to the house: each part says so in its own `contributions`."""

from handslag.demo import DemoContent, demo_content
from training.catalogue import contributions as catalogue
from training.competence import contributions as competence
from training.demo.catalogue import load_catalogue
from training.demo.records import load_records
from training.exchange import contributions as exchange
from training.experiences import contributions as experiences
from training.managers import contributions as managers
from training.methods import contributions as methods
from training.needs import contributions as needs
from training.occasions import contributions as occasions
from training.registrations import contributions as registrations

__all__ = [
    "catalogue",
    "competence",
    "exchange",
    "experiences",
    "managers",
    "methods",
    "needs",
    "occasions",
    "registrations",
]

demo_content.register(DemoContent("training", load_catalogue, order=40))
demo_content.register(DemoContent("training records", load_records, order=43))
