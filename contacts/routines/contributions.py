"""What routines bring to the house."""

from contacts.bodies.beside_meeting import beside_meeting
from contacts.routines import demo, of_meeting, signed_bodies, todos
from handslag.demo import DemoContent, demo_content
from handslag.start.todos import todo_sources
from handslag.trash.keeping import kept_pages
from handslag.urls_registry import UrlContribution, urls

urls.register(UrlContribution("samverkan/rutiner/", "contacts.routines.urls"))
beside_meeting.register(of_meeting.beside)
todo_sources.register(todos.source)
demo_content.register(DemoContent("routines", demo.load_routines, order=36))
kept_pages.register(signed_bodies.kept)
