"""An organization becomes another tool's text."""
