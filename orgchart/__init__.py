"""An organization as code: load it, check it, ask it, draw it."""

__version__ = "0.1.0"
