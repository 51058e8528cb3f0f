"""Runs the commands of a make target, says what each did and for how long, and fails if one failed."""

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Step:
    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Result:
    step: Step
    succeeded: bool
    seconds: float
    output: str = ""

    def line(self) -> str:
        return f"  {'ok    ' if self.succeeded else 'FAILED'}  {self.step.name:<44}{self.seconds:6.1f} s"


def run_quietly(steps: Sequence[Step], *, at_once: int) -> int:
    """Several at a time; only what fails shows its output."""
    with ThreadPoolExecutor(at_once) as pool:
        results = list(pool.map(_captured, steps))
    for result in results:
        if not result.succeeded:
            print(f"\n--- {result.step.name}\n{result.output.rstrip()}\n")
    return _summary(results)


def run_openly(steps: Sequence[Step]) -> int:
    """One after the other, with their output; a failure does not hide what the next would say."""
    return _summary([_shown(step) for step in steps])


def _captured(step: Step) -> Result:
    start = time.monotonic()
    done = subprocess.run(
        step.command,
        cwd=ROOT,
        env=dict(step.environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Result(step, done.returncode == 0, time.monotonic() - start, done.stdout)


def _shown(step: Step) -> Result:
    print(f"--- {step.name}", flush=True)
    start = time.monotonic()
    done = subprocess.run(step.command, cwd=ROOT, env=dict(step.environment), check=False)
    return Result(step, done.returncode == 0, time.monotonic() - start)


def _summary(results: Sequence[Result]) -> int:
    print(*(result.line() for result in results), sep="\n", flush=True)
    return 0 if all(result.succeeded for result in results) else 1


def python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]
