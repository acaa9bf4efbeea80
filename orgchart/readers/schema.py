"""The JSON Schema of the organization file, made from the tables the reader reads by.

Draft 07, because that is what YAML language servers of editors understand.
"""

from __future__ import annotations

from typing import Any

from orgchart.readers.fields import ORGANIZATION
from orgchart.readers.tables import schema_of


def json_schema() -> dict[str, Any]:
    """The schema of an organization file: one organization, or a list of them under `organizations`."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "An organization as code",
        "description": "Roles, their direct superiors and subordinates, and their coordination.",
        "definitions": {"organization": schema_of(ORGANIZATION)},
        "if": {"type": "object", "required": ["organizations"]},
        "then": {
            "type": "object",
            "properties": {"organizations": {"type": "array", "items": {"$ref": "#/definitions/organization"}}},
            "patternProperties": {"^x-": {}},
            "additionalProperties": False,
        },
        "else": {"$ref": "#/definitions/organization"},
    }
