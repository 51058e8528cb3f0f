"""Several processes that publish pages without pause, in the database of the settings.

`python -m tests.support.writers PROCESSES ROUNDS`. One process loads the site and divides: all write at once.
"""

import os
import sys
import traceback

import django
from django.apps import apps
from django.db import DatabaseError, connections, transaction


def main(processes: int, rounds: int) -> int:
    django.setup()
    pages = make_pages(processes)
    connections.close_all()
    ready, go = os.pipe()
    children = [start_writer(ready, go, page, rounds) for page in pages]
    os.close(ready)
    os.close(go)
    failed = sum(os.waitpid(child, 0)[1] != 0 for child in children)
    published = (
        apps.get_model("wagtailcore.Revision")
        .objects.filter(object_id__in=[str(page) for page in pages])
        .count()
    )
    print(f"{published} revisions of {processes * rounds}, {failed} writers failed")
    return 1 if failed or published != processes * rounds else 0


def make_pages(number: int) -> list[int]:
    page_model = apps.get_model("wagtailcore.Page")
    root = page_model.get_first_root_node()
    # Different numbers of words: PostgreSQL's page index locks the titles of exactly average length together.
    titles = ["writer" + " writes" * count for count in range(1, number + 1)]
    return [
        root.add_child(instance=page_model(title=title, slug=f"writer-{len(title)}")).pk for title in titles
    ]


def start_writer(ready: int, go: int, page: int, rounds: int) -> int:
    child = os.fork()
    if child:
        return child
    os.close(go)
    # The pipe ends when the last process has closed its end: all start together.
    os.read(ready, 1)
    try:
        for count in range(rounds):
            publish(page, count)
    except DatabaseError:
        traceback.print_exc(limit=-2)
        os._exit(1)
    os._exit(0)


def publish(page: int, count: int) -> None:
    """Reads first and writes then, in one transaction: what locks out writers where the lock comes late."""
    with transaction.atomic():
        found = apps.get_model("wagtailcore.Page").objects.get(pk=page)
        found.title = f"{found.title.rstrip('0123456789 ')} {count}"
        found.save_revision().publish()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
