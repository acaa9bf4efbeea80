"""A report in JUnit's XML: every rule that ran is a test case, and where it found something, one in each such file.

What fails there is what fails the run: a finding of severity error. Warnings and notes are the output of a test that
passes, so that a pipeline which goes by the tests and one which goes by the exit status agree.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from orgchart.findings import Severity
from orgchart.reporters.locating import as_written
from orgchart.reporters.visible import REPLACEMENT, visible

if TYPE_CHECKING:
    from orgchart.findings import Finding, Report, RuleInfo
    from orgchart.reporters.locating import Locate

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(report: Report, *, locate: Locate = as_written) -> str:
    """The document, with its declaration; the same for the same report, so it tells no time."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in report.findings:
        found.setdefault((finding.rule.code, locate(finding.place.path)), []).append(finding)
    failures = sum(_fails(findings) for findings in found.values())
    clean = [rule for rule in report.rules if rule.code not in {code for code, _path in found}]
    counts = {"tests": str(len(clean) + len(found)), "failures": str(failures), "errors": "0", "skipped": "0"}
    root = ET.Element("testsuites", {"name": "orgchart", **counts, "time": "0"})
    suite = ET.SubElement(root, "testsuite", {"name": "orgchart", **counts, "time": "0"})
    for rule in clean:
        _case(suite, rule, "orgchart")
    for (_code, path), findings in sorted(found.items(), key=lambda item: item[0]):
        _test(suite, path, findings)
    ET.indent(root)
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{ET.tostring(root, encoding='unicode')}\n"


def _fails(findings: list[Finding]) -> bool:
    return any(finding.weight is Severity.ERROR for finding in findings)


def _case(suite: ET.Element, rule: RuleInfo, classname: str) -> ET.Element:
    name = f"{rule.code} {rule.name}"
    return ET.SubElement(suite, "testcase", {"name": name, "classname": _xml(classname), "time": "0"})


def _test(suite: ET.Element, path: str, findings: list[Finding]) -> None:
    case = _case(suite, findings[0].rule, path)
    case.set("file", _xml(path))
    case.set("line", str(findings[0].place.line))
    errors = [finding for finding in findings if finding.weight is Severity.ERROR]
    others = [finding for finding in findings if finding.weight is not Severity.ERROR]
    if errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        message = f"{_place(errors[0], path)}: {errors[0].message}{more}"
        failure = ET.SubElement(case, "failure", {"message": _xml(message), "type": errors[0].rule.name})
        failure.text = _told(errors, path)
    if others:
        ET.SubElement(case, "system-out").text = _told(others, path)


def _told(findings: list[Finding], path: str) -> str:
    lines = []
    for finding in findings:
        place = _place(finding, path)
        lines.append(f"{_xml(place)}: {finding.weight.value}[{finding.rule.code}] {_xml(finding.message)}")
        lines += [f"  hint: {_xml(finding.hint)}"] if finding.hint else []
    return "\n".join(lines)


def _place(finding: Finding, path: str) -> str:
    return f"{path}:{finding.place.line}:{finding.place.column}"


def _xml(words: str) -> str:
    """Words without what XML cannot say and what a terminal would obey."""
    return _FORBIDDEN.sub(REPLACEMENT, visible(words))
