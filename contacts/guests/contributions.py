"""What guests of meetings bring to the house."""

from contacts.bodies.beside_meeting import beside_meeting
from contacts.guests import changes, demo, forgetting, of_meeting, sending, todos
from handslag.demo import DemoContent, demo_content
from handslag.reminders.chores import chores
from handslag.retention import purges
from handslag.start.todos import todo_sources
from handslag.urls_registry import UrlContribution, urls

urls.register(UrlContribution("samverkan/gaster/", "contacts.guests.urls"))
urls.register(UrlContribution("samverkan/gast/", "contacts.guests.address_urls"))
beside_meeting.register(of_meeting.beside)
purges.register(forgetting.purge)
chores.register(sending.chore)
todo_sources.register(todos.source)
demo_content.register(DemoContent("guests", demo.load_guests, order=34))
changes.connect()
