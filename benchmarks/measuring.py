"""How things are timed: the best of several runs, processes by the CPU time the system charged them."""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def best(action: Callable[[], object], runs: int = 5) -> float:
    """Seconds of the quickest run."""
    quickest = float("inf")
    for _ in range(runs):
        gc.collect()
        started = time.perf_counter()
        action()
        quickest = min(quickest, time.perf_counter() - started)
    return quickest


def best_of_each(*actions: Callable[[], object], runs: int = 4) -> list[float]:
    """CPU seconds of the quickest run of each action; they take turns, so that a busy machine slows all of them.

    The garbage collector rests: how often it would look depends on what else the process holds, not on the action.
    """
    quickest = [float("inf")] * len(actions)
    gc.disable()
    for _ in range(runs):
        for place, action in enumerate(actions):
            gc.collect()
            started = time.process_time()
            action()
            quickest[place] = min(quickest[place], time.process_time() - started)
    gc.enable()
    return quickest


def process(command: Sequence[str], runs: int = 7, **environment: str) -> float:
    """CPU seconds of the quickest run of a whole process whose output goes into a pipe."""
    quickest = float("inf")
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False, env=_environment(**environment)
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        quickest = min(quickest, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return quickest


@dataclass(frozen=True)
class Run:
    """What one run of a process took: CPU seconds, and megabytes at its peak."""

    seconds: float
    megabytes: float


MEASURE = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(status, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def run(command: Sequence[str]) -> Run:
    """Run a process once; one that fails is an error of the benchmark.

    A small process starts it: the memory of whoever starts a process counts as its own on some systems.
    """
    told = subprocess.run(
        [sys.executable, "-S", "-c", MEASURE, *command], capture_output=True, text=True, check=True, env=_environment()
    )
    status, seconds, memory = told.stdout.split()
    assert status == "0", command
    return Run(float(seconds), int(memory) / (1024 if sys.platform != "darwin" else 1024 * 1024))


def _environment(**more: str) -> dict[str, str]:
    """The environment of a measured process: Python keeps what it compiled there, as it does where it is installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **more}


def row(what: str, ours: float, peer: float, peer_name: str, promise: str = "") -> None:
    """Print one figure beside its peer, and the promise it is held to."""
    told = f"   promised: {promise}" if promise else ""
    print(f"{what:<46} {ours:8.3f} s {ours / peer:6.2f} × {peer_name} ({peer:.3f} s){told}")
