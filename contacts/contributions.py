"""What the contacts bring to the house."""

from contacts.demo import load_directory
from handslag.demo import DemoContent, demo_content

demo_content.register(DemoContent("contacts", load_directory, order=30))
