"""What the figures of competence bring to the house."""

from handslag.evidence import sources
from handslag.start.todos import todo_sources
from handslag.urls_registry import UrlContribution, urls
from training.catalogue.parts import PagePart, index_parts
from training.competence import beside, evidence, todos

urls.register(UrlContribution("utbildning/kompetens/", "training.competence.urls"))
todo_sources.register(todos.refreshing)
todo_sources.register(todos.confirming)
index_parts.register(PagePart("beside", beside.links, "training/competence/beside.html", order=80))
for source in evidence.SOURCES:
    sources.register(source)
