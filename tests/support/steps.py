"""Counting what a task asks of people, so that a promise like “at most five steps” is a test and not a hope."""

from playwright.sync_api import Locator


class Steps:
    """A step is a press that leads on to another page or place; filling in the form that it sends belongs to it."""

    def __init__(self) -> None:
        self.taken: list[str] = []
        self._people: set[str] = set()

    def press(self, person: str, control: Locator) -> None:
        """`control` must be there to be seen and pressed: what is folded away costs a press of its own."""
        name = control.inner_text().strip()
        before = control.page.url
        with control.page.expect_event("framenavigated"):
            control.click()
        control.page.wait_for_load_state()
        self._people.add(person)
        self.taken.append(f"{person}: {name} ({before} → {control.page.url})")

    @property
    def people(self) -> int:
        return len(self._people)

    def __len__(self) -> int:
        return len(self.taken)

    def __str__(self) -> str:
        return "\n".join(self.taken)
