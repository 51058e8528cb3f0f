"""What training needs bring to the house."""

from handslag.start.todos import todo_sources
from handslag.urls_registry import UrlContribution, urls
from training.needs import todos
from training.needs.acting import open_again
from training.occasions.signals import cancelled

urls.register(UrlContribution("utbildning/behov/", "training.needs.urls"))
todo_sources.register(todos.without)
cancelled.connect(open_again, dispatch_uid="training.needs.open_again")
