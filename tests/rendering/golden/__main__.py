"""Write the pictures anew."""

from __future__ import annotations

from tests.rendering.golden import drawings

for path, text in drawings():
    path.write_text(text, encoding="utf-8", newline="\n")
