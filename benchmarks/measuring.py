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


def process(command: Sequence[str], runs: int = 7, **environment: str) -> float:
    """CPU seconds of the quickest run of a whole process whose output goes into a pipe."""
    quickest = float("inf")
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False, env={**os.environ, **environment}
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        quickest = min(quickest, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return quickest


@dataclass(frozen=True)
class Run:
    """What one run of a process took: CPU seconds, and megabytes at its peak."""

    seconds: float
    megabytes: float


def run(command: Sequence[str]) -> Run:
    """Run a process once; one that fails is an error of the benchmark."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as started:
        _, status, used = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
    assert started.returncode == 0, command
    kilobytes = used.ru_maxrss / 1024 if sys.platform == "darwin" else used.ru_maxrss
    return Run(used.ru_utime + used.ru_stime, kilobytes / 1024)


def row(what: str, ours: float, peer: float, peer_name: str, promise: str = "") -> None:
    """Print one figure beside its peer, and the promise it is held to."""
    told = f"   promised: {promise}" if promise else ""
    print(f"{what:<46} {ours:8.3f} s {ours / peer:6.2f} × {peer_name} ({peer:.3f} s){told}")
