"""What the contacts bring to the house: each part says so in its own `contributions`."""

from contacts.bodies import contributions as bodies
from contacts.collaboration import contributions as collaboration
from contacts.demo import load_directory
from contacts.dialogue import contributions as dialogue
from contacts.directory import contributions as directory
from contacts.guests import contributions as guests
from contacts.guidance import contributions as guidance
from contacts.helplines import contributions as helplines
from contacts.routines import contributions as routines
from handslag.demo import DemoContent, demo_content

__all__ = ["bodies", "collaboration", "dialogue", "directory", "guests", "guidance", "helplines", "routines"]

demo_content.register(DemoContent("contacts", load_directory, order=30))
