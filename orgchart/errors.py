"""What can go wrong outside the organization itself, as one tree of exceptions.

::

    OrgchartError                  a sentence for the user, and a way out
    ├── InputError                 a path is missing, may not be opened, or holds no organization (exit status 2)
    │   └── DocumentError          a document that cannot be read: encrypted, broken, empty, of an unknown type
    ├── SettingError               a setting or an option that does not exist or has no such value (exit status 2)
    │   └── misuse.MisuseError     … in a file of settings or a baseline, each at its place
    ├── UnknownNameError           no role, or several, answer to a name (exit status 1)
    └── EngineError                a program or an extra that is needed is missing (exit status 2)

What is wrong *in* an organization file is no exception: it is a `Finding` with a place.
"""

from __future__ import annotations


class OrgchartError(Exception):
    """A problem told in one sentence, with the way out beside it.

    `hint` is a second sentence that says what to do, or empty.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputError(OrgchartError):
    """A path is missing, may not be opened, or holds no organization file."""


class DocumentError(InputError):
    """A document cannot be read: it is encrypted, broken, empty, too large, or of a type nobody here reads."""


class SettingError(OrgchartError):
    """A setting or an option does not exist, or cannot have this value."""


class UnknownNameError(OrgchartError):
    """No role answers to a name, or several different ones do."""


class EngineError(OrgchartError):
    """A program or an extra package that a command needs is not installed."""
