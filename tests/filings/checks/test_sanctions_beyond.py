from .revisions import CONVENTION, convention, says


def test_fines_and_deposits_are_asked_about():
    text = CONVENTION + "第十一条　会员应当缴纳自律保证金一万元，违约的扣除五千元。"

    (finding,) = says("sanctions-beyond", convention(text))

    assert finding.place == "a11"
    assert finding.source == "一-1-4"
    assert says("competition", convention(text)) == []


def test_the_five_measures_and_contract_penalties_to_customers_are_fine():
    text = CONVENTION + "第十一条　会员违约的，应当按照与消费者签订的合同支付违约金。"

    assert says("sanctions-beyond", convention(text)) == []
