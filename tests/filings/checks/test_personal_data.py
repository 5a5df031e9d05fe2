from .revisions import case, convention, places, says


def test_private_numbers_are_hinted_at_and_not_repeated():
    (finding,) = says("personal-data", case(facts="联系人张某，138 0000 1234。"))

    assert finding.place == "facts"
    assert "0000" not in finding.sentence

    body = "第一条　身份证号410902199001011234。"
    assert places("personal-data", convention(body)) == ["a1"]


def test_office_phones_credit_codes_and_standard_numbers_are_fine():
    body = "第一条　电话0393-0000000，代码51410902XN00000120，依据GB/T 9704—2012，共13800元。"

    assert places("personal-data", convention(body)) == []
