"""Background work on a site without a worker: in the same process, but after the transaction.

Within the transaction, PostgreSQL's page index takes locks on other pages' rows: eight people saving at once ended in
deadlocks, and a task that fails there takes the person's saved text with it.
"""

from functools import partial
from typing import Any

from django.db import transaction
from django_tasks.backends.immediate import ImmediateBackend


class AfterCommitBackend(ImmediateBackend):
    def _execute_task(self, task_result: Any) -> None:
        transaction.on_commit(partial(super()._execute_task, task_result))
