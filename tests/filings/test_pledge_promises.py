from filings.pledge_promises import COMMITMENTS, promises_of

ALL_MADE = {key: True for key, _, _ in COMMITMENTS}


def test_promises_are_numbered_in_the_order_of_the_notice():
    fields = {
        "extra": ["三个工作日内答复。", " "],
        "commitments": ALL_MADE,
        "fees": [{"item": "会费"}],
        "service_audience": "会员",
        "service_manner": "公开",
        "service_content": "培训",
    }

    promises = promises_of(fields)

    assert [promise.number for promise in promises] == list(range(1, 12))
    assert [promise.heading for promise in promises[:4]] == [
        "服务内容",
        "服务方式",
        "服务对象",
        "收费标准",
    ]
    assert promises[-1].text == "三个工作日内答复。"
    assert promises[4].anchor == "promise-5"


def test_what_is_not_promised_is_not_shown():
    promises = promises_of({"commitments": {"no_forced_membership": True, "within_charter": False}})

    assert [promise.key for promise in promises] == ["no_forced_membership"]


def test_an_empty_pledge_promises_nothing():
    assert promises_of({}) == []
    assert promises_of({"commitments": None, "extra": None, "service_content": None}) == []
