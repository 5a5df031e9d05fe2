from filings.public_document import public_document, public_title

CASE = {
    "case_kind": "sanction",
    "sanction": "warning",
    "member_name": "濮阳市某甲汽修有限公司",
    "may_name_member": False,
    "facts": "濮阳市某甲汽修有限公司虚列维修项目。",
    "handling": "予以警告。",
}
BODY = [{"type": "paragraph", "text": "濮阳市某甲汽修有限公司已经整改。"}]


def case(**changes):
    return public_document(
        material="case", title="濮阳市某甲汽修有限公司被警告", fields=CASE | changes, blocks=BODY
    )


def test_a_member_that_may_not_be_named_is_nowhere_named():
    assert "某甲" not in case().text
    assert "某会员虚列维修项目" in case().text


def test_a_member_that_may_be_named_is_named():
    assert "濮阳市某甲汽修有限公司虚列维修项目" in case(may_name_member=True).text


def test_a_person_is_shown_by_surname_even_where_naming_is_allowed():
    document = case(member_name="孙小明", may_name_member=True, facts="孙小明虚列维修项目。")

    assert "孙某虚列维修项目" in document.text
    assert "孙小明" not in document.text


def test_titles_in_lists_are_masked_alike():
    title = public_title(material="case", title="濮阳市某甲汽修有限公司被警告", fields=CASE)

    assert title == "某会员被警告"


def test_experts_and_signatories_stay_inside():
    convention = public_document(
        material="convention",
        title="自律规约",
        fields={
            "experts": {"date": "2026-08-28", "members": [{"name": "钱某某", "title": "教授"}]}
        },
        blocks=[],
    )
    pledge = public_document(
        material="pledge",
        title="诚信承诺书",
        fields={"signatory": "周某某", "signed_on": "2026-10-05"},
        blocks=[],
    )

    assert "钱某某" not in convention.text
    assert "2026年8月28日，专家 1 人" in convention.text
    assert "周某某" not in pledge.text
    assert "已签署，2026年10月5日" in pledge.text


def test_the_title_stands_once():
    document = public_document(
        material="convention",
        title="自律规约",
        fields={},
        blocks=[
            {"type": "title", "text": "自律 规约"},
            {"type": "article", "number": "第一条", "text": "为了规范经营，制定本规约。"},
        ],
    )

    assert [anchor for anchor, _ in document.blocks] == ["a1"]
