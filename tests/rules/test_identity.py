"""Who is who: ids by default, equal titles, spellings, units; organizations in one file and in many."""

from __future__ import annotations

from tests.builders import codes, expect, found, in_memory, without_marks, written


def ids(text: str) -> list[str]:
    return [role.id for role in written(text).roles]


def test_the_title_is_the_id_and_a_written_id_wins() -> None:
    assert ids("roles: [{title: 总经理}, {title: 会计, id: 007}]") == ["总经理", "007"]


def test_every_role_of_a_title_that_repeats_has_its_unit_in_its_id() -> None:
    text = "roles: [{title: 会计, unit: [一部, 总部]}, {title: 会计, unit: 二部}, {title: 会计}, {title: 会计, id: x}]"
    assert ids(text) == ["一部/会计", "二部/会计", "会计", "x"]


def test_untitled_roles_are_numbered_by_their_order() -> None:
    text = "roles: [{untitled: true}, {title: 甲}, {untitled: true, id: me}, {untitled: true, unit: 部}]"
    assert ids(text) == ["未具名岗位", "甲", "me", "未具名岗位-2"]


def test_untitled_roles_are_never_duplicates() -> None:
    assert codes("roles: [{untitled: true, root: true}, {untitled: true, root: true}]") == []


def test_a_title_may_stand_once_in_each_unit() -> None:
    text = "roles: [{title: 会计, unit: 一部, root: true}, {title: 会计, unit: 二部, root: true}]"
    assert codes(text) == []


def test_a_unit_by_its_alias_is_the_same_unit() -> None:
    text = """\
        units: [{name: 客户服务部, aliases: 客服部}]
        roles:
          - {title: 专员, unit: 客户服务部, root: true}
          - {title: ‹ORG201›专员, unit: [‹ORG203›前台, 客服部], root: true}
        """
    expect(text)


def test_each_later_role_of_an_id_is_one_finding_at_the_id() -> None:
    text = """\
        roles:
          - {title: 甲, id: x, root: true}
          - {title: 乙, id: ‹ORG201›x, root: true}
          - {title: 丙, id: ‹ORG201›x, root: true}
        """
    expect(text)


def test_spellings_are_one_title_by_width_script_blanks_and_abbreviation_only() -> None:
    def spelt(one: str, other: str) -> list[str]:
        return codes({"a.yaml": f'roles: [{{title: "{one}", root: true}}, {{title: "{other}", root: true}}]'})

    assert spelt("客服部经理", "客户服务部经理") == ["ORG202"]
    assert spelt("總經理", "总 经 理") == ["ORG202"]
    assert spelt("ＩＴ经理", "it经理") == ["ORG202"]
    assert spelt("大区经理", "区域经理") == []
    assert spelt("大客户经理", "大客户部经理") == []


def test_units_need_listing_only_where_units_are_listed() -> None:
    assert codes("roles: [{title: 甲, unit: 部}]") == []
    assert codes("units: [{name: 总部}]\nroles: [{title: 甲, unit: 部}]") == ["ORG203"]
    assert codes("units: [{name: 组, part_of: 部}]") == ["ORG203"]


def test_a_unit_inside_itself_is_a_loop_of_one_and_each_loop_is_one_finding() -> None:
    text = """\
        units:
          - {name: 甲, part_of: ‹ORG204›甲}
          - {name: 乙, part_of: ‹ORG204›丙}
          - {name: 丙, part_of: 乙}
          - {name: 丁, part_of: 丙}
        """
    expect(text)


def test_files_that_write_one_id_are_one_organization_and_relations_reach_across() -> None:
    workspace = in_memory(
        {
            "a.yaml": "id: acme\nname: 公司\nunits: [{name: 总部}]\nroles: [{title: 总经理}]",
            "b.json": '{"id": "acme", "roles": [{"title": "会计", "reports_to": "总经理", "unit": "总部"}]}',
        }
    )
    (one,) = workspace.organizations
    assert (one.id, one.name, one.path) == ("acme", "公司", "a.yaml")
    assert [role.title for role in one.roles] == ["总经理", "会计"]
    assert workspace.findings == ()


def test_a_finding_in_a_part_stands_in_that_part() -> None:
    files = {
        "a.yaml": "id: acme\nroles: [{title: 总经理, supervises: [会计]}]",
        "b.yaml": "id: acme\nroles: [{title: 会计, reports_to: ‹ORG303›出纳}]",
    }
    expect(files)
    assert {finding.organization for finding in found(without_marks(files))} == {"acme"}


def test_files_that_merely_share_a_name_are_two_organizations_and_one_finding() -> None:
    files = {"x/a.yaml": "roles: [{title: 甲}]", "y/a.json": '‹ORG205›{"roles": [{"title": "乙"}]}'}
    expect(files)
    assert len(in_memory(without_marks(files)).organizations) == 2


def test_an_organization_without_an_id_is_named_like_its_file() -> None:
    (one,) = in_memory({"x/sales.north.yaml": "roles: [{title: 甲}]"}).organizations
    assert (one.id, one.name) == ("sales.north", "sales.north")


def test_a_list_of_organizations_holds_each_of_them() -> None:
    text = '{"organizations": [{"id": "a", "roles": [{"title": "甲"}]}, {"id": "b", "units": [{"name": "部"}]}]}'
    assert [one.id for one in in_memory({"all.json": text}).organizations] == ["a", "b"]


def test_a_name_means_a_written_id_before_any_title() -> None:
    text = """\
        roles:
          - {title: 甲, id: 乙, root: true}
          - {title: 乙, id: z, root: true}
          - {title: 丙, reports_to: 乙}
        """
    assert codes(text) == []
