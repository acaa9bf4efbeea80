"""Reports that several reporters are tested with."""

from __future__ import annotations

from functools import lru_cache

from orgchart.checking import check
from orgchart.config import Config
from orgchart.findings import Finding, Ignored, Related, Report, RuleInfo, Severity
from orgchart.source import Place, Source
from tests.builders import MARK, in_memory, marked, without_marks
from tests.faults import FAULTS

PLANTED = sorted(marked(FAULTS))
CODES = tuple(sorted({code for text in FAULTS.values() for code in MARK.findall(text)}))
HOSTILE = "\x1b[31m<script>alert('x')</script>\r\n::error::%0A|`*_[a](1) @all &amp; ]]> \x00\x07\u202e\ufffe\"'\\"


@lru_cache
def planted() -> Report:
    """The report of the folder with twenty-five faults."""
    return check(in_memory(without_marks(FAULTS)), Config(select=CODES))


def hostile() -> Report:
    """A report in which everything that can be named is named to do harm, at every severity."""
    source = Source(f"org/{HOSTILE}.yaml", f"roles:\n- title: {HOSTILE}\n")
    place = Place(source, 16, 20)
    findings = tuple(
        Finding(
            rule=RuleInfo(code=f"ORG90{number}", name="made-up", severity=severity, summary="made up"),
            message=f"{HOSTILE} reports to {HOSTILE}",
            hint=HOSTILE,
            place=place,
            organization=HOSTILE,
            roles=(HOSTILE,),
            related=(Related(message=HOSTILE, place=place),),
        )
        for number, severity in enumerate(Severity)
    )
    ignored = (Ignored(finding=findings[0], reason=HOSTILE),)
    return Report(
        findings=findings, ignored=ignored, rules=tuple(finding.rule for finding in findings), sources=(source,)
    )
