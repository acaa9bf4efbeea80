"""Which texts are plainly about one company, and what comes of putting them together."""

from __future__ import annotations

from orgchart.extraction.joining import join, together
from orgchart.extraction.mentions import FoundOrganization, FoundParty, FoundRole


def text(*roles: FoundRole) -> FoundOrganization:
    return FoundOrganization(name="", roles=roles)


def sheet(title: str, superior: str = "", below: tuple[str, ...] = (), beside: tuple[str, ...] = ()) -> FoundRole:
    return FoundRole(
        title=title,
        reports_to=(superior,) if superior else (),
        supervises=below or None,
        coordinates_with=tuple(FoundParty(party=name, kind="role", scope="cross-department") for name in beside),
    )


def named(*titles: str) -> tuple[FoundRole, ...]:
    return tuple(FoundRole(title=title, described=False) for title in titles)


SURVEYOR = text(sheet("测量工程师", "测量总工", ("测量员", "跟尺工")), *named("测量总工", "测量员", "跟尺工"))
CHIEF = text(
    sheet("测量总工", "技术总监", ("测量工程师", "内业工程师")),
    *named("技术总监", "测量工程师", "内业工程师", "测量员"),
)
STRANGER = text(sheet("总经理", below=("销售经理",)), *named("销售经理"))


def test_a_role_described_here_and_named_there_with_enough_in_common_is_one_company() -> None:
    assert join([SURVEYOR, STRANGER, CHIEF]) == [[0, 2], [1]]


def test_a_line_that_both_ends_state_in_one_unit_is_one_company() -> None:
    below = text(FoundRole(title="泵工", unit="泵站", reports_to=("站长",)), *named("站长"))
    above = text(FoundRole(title="站长", unit="泵站", supervises=("泵工",)), *named("泵工"))
    elsewhere = text(FoundRole(title="站长", unit="水厂", supervises=("泵工",)), *named("泵工"))
    assert join([below, above]) == [[0, 1]]
    assert join([below, elsewhere]) == [[0], [1]]


def test_a_common_post_in_two_texts_proves_nothing() -> None:
    other = text(sheet("销售经理", "总经理", ("销售人员",)), *named("总经理", "销售人员"))
    assert join([STRANGER, other]) == [[0], [1]]


def test_one_post_described_twice_is_two_companies() -> None:
    assert join([SURVEYOR, SURVEYOR]) == [[0], [1]]


def test_who_fits_two_equally_well_stays_alone() -> None:
    again = text(*CHIEF.roles)
    assert join([SURVEYOR, CHIEF, again]) == [[0], [1], [2]]


def test_statements_of_both_are_kept_and_none_is_resolved() -> None:
    one = together([SURVEYOR, CHIEF, text(sheet("测量员", "队长"), *named("队长"))])
    assert [role.title for role in one.roles if role.described] == ["测量工程师", "测量总工", "测量员"]
    by_title = {role.title: role for role in one.roles}
    assert by_title["测量员"].reports_to == ("队长",)
    assert by_title["测量工程师"].supervises == ("测量员", "跟尺工")
    assert len(one.roles) == len(by_title) == 7


def test_two_spellings_of_a_title_are_one_role_with_an_alias() -> None:
    one = together([text(sheet("客服部经理", "总监")), text(*named("客户服务经理"))])
    assert [(role.title, role.aliases) for role in one.roles] == [("客服部经理", ("客户服务经理",))]


def test_a_thousand_texts_are_compared_quickly_and_stay_apart() -> None:
    many = [text(sheet(f"岗位{number}经理", "总经理"), *named("总经理")) for number in range(1000)]
    assert len(join(many)) == 1000
