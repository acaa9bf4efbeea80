"""A real Chromium, spoken to through the pipe of its DevTools protocol: no driver, no port, no further package."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from select import select
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 60
"""Seconds after which a silent browser is a broken one."""
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"),
    *("--no-first-run", "--disable-extensions", "--disable-background-networking", "--mute-audio"),
)
KEYS = {" ": "Space", "/": "Slash", "+": "Equal", "-": "Minus", "?": "Slash"}
STARTER = """
import fcntl, os, sys
ends = [fcntl.fcntl(int(end), fcntl.F_DUPFD, 20) for end in sys.argv[1:3]]
os.dup2(ends[0], 3)
os.dup2(ends[1], 4)
os.execvp(sys.argv[3], sys.argv[3:])
"""
"""The browser reads its orders from file 3 and answers to file 4."""


def program() -> str | None:
    """The Chromium of this machine, or None."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Chromium:
    """One browser with one page. Everything that the page logs, throws or asks for is kept."""

    def __init__(self, path: str) -> None:
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        from_us, self.to = os.pipe()
        self.back, to_us = os.pipe()
        given = (*FLAGS, f"--user-data-dir={self.folder.name}", "--remote-debugging-pipe")
        command = [sys.executable, "-c", STARTER, str(from_us), str(to_us), path, *given]
        self.process = subprocess.Popen(
            command, pass_fds=(from_us, to_us), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(from_us)
        os.close(to_us)
        self.unread = b""
        self.number = 0
        self.session = ""
        self.logged: list[str] = []
        self.requested: list[str] = []
        self.loads = 0
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def close(self) -> None:
        """End the browser."""
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.to)
        os.close(self.back)
        self.folder.cleanup()

    # The protocol

    def call(self, method: str, **parameters: Any) -> Any:
        """Ask for something and wait for the answer."""
        self.number += 1
        message: dict[str, Any] = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.to, data) :]
        while True:
            answer = self._read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self._note(answer)

    def _read(self) -> dict[str, Any]:
        until = monotonic() + PATIENCE
        while b"\0" not in self.unread:
            ready, _, _ = select([self.back], [], [], max(until - monotonic(), 0))
            data = os.read(self.back, 1 << 20) if ready else b""
            if not data:
                raise RuntimeError("the browser is silent")
            self.unread += data
        message, _, self.unread = self.unread.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer

    def _note(self, event: dict[str, Any]) -> None:
        given = event.get("params", {})
        if event.get("method") == "Runtime.consoleAPICalled":
            self.logged.append(str([part.get("value") for part in given["args"]]))
        elif event.get("method") == "Runtime.exceptionThrown":
            details = given["exceptionDetails"]
            self.logged.append(str(details.get("exception", {}).get("description") or details["text"]))
        elif event.get("method") == "Log.entryAdded":
            self.logged.append(given["entry"]["text"])
        elif event.get("method") == "Network.requestWillBeSent":
            self.requested.append(given["request"]["url"])
        elif event.get("method") == "Page.loadEventFired":
            self.loads += 1

    # A reader

    def open(self, path: Path, *, width: int = 1280, height: int = 800, dark: bool = False, fragment: str = "") -> None:
        """Load a file in a window of a size."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        features = [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.call("Emulation.setEmulatedMedia", media="", features=features)
        self.call("Page.navigate", url="about:blank")
        self.logged.clear()
        self.requested.clear()
        self.loads = 0
        self.call("Page.navigate", url=path.as_uri() + fragment)
        until = monotonic() + PATIENCE
        while self.ask("document.readyState + location.protocol") != "completefile:":
            if monotonic() > until:
                raise RuntimeError("the page does not load")
            sleep(0.02)

    def ask(self, expression: str) -> Any:
        """Evaluate an expression in the page."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def press(self, key: str, *, modifiers: int = 0) -> None:
        """Press a key as a person does; `modifiers` is 2 for Ctrl, 8 for Shift."""
        code = KEYS.get(key, key if len(key) > 1 else f"Key{key.upper()}")
        numbers = {"Enter": 13, "Tab": 9, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40, "ArrowLeft": 37}
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 and not modifiers & 2 else "")
        shared = {"key": key, "code": code, "modifiers": modifiers}
        shared["windowsVirtualKeyCode"] = numbers.get(key, 39 if key == "ArrowRight" else ord(key[0].upper()))
        down = "keyDown" if text else "rawKeyDown"
        self.call("Input.dispatchKeyEvent", type=down, **shared, **({"text": text} if text else {}))
        self.call("Input.dispatchKeyEvent", type="keyUp", **shared)
        self.settle()

    def write(self, text: str) -> None:
        """Type words into what has the keyboard."""
        self.call("Input.insertText", text=text)
        self.settle()

    def click(self, selector: str) -> None:
        """Click the middle of the first element that fits a selector."""
        x, y = self.middle(selector)
        self.mouse("mouseMoved", x, y)
        self.mouse("mousePressed", x, y)
        self.mouse("mouseReleased", x, y)
        self.settle()

    def middle(self, selector: str) -> tuple[float, float]:
        """The middle of the first element that fits a selector, in the window."""
        box = self.ask(
            f"(b => [b.x + b.width / 2, b.y + b.height / 2])(document.querySelector({json.dumps(selector)})"
            ".getBoundingClientRect())"
        )
        return box[0], box[1]

    def mouse(self, kind: str, x: float, y: float, **more: Any) -> None:
        """One event of the mouse."""
        held = {} if kind in {"mouseMoved", "mouseWheel"} else {"button": "left", "clickCount": 1}
        self.call("Input.dispatchMouseEvent", **{"type": kind, "x": x, "y": y, **held, **more})

    def settle(self) -> None:
        """Wait until the page has drawn."""
        self.ask("new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))")
