"""What the figures of competence bring to the house."""

from handslag.evidence import sources
from handslag.start.todos import todo_sources
from handslag.urls_registry import UrlContribution, urls
from training.competence import evidence, todos

urls.register(UrlContribution("utbildning/kompetens/", "training.competence.urls"))
todo_sources.register(todos.refreshing)
todo_sources.register(todos.confirming)
for source in evidence.SOURCES:
    sources.register(source)
