from .revisions import pledge, says


def test_a_service_that_is_not_free_to_take_is_asked_about():
    (finding,) = says("fee-voluntary", pledge(fees=[{"item": "年检代办费", "voluntary": False}]))

    assert finding.quote == "年检代办费"


def test_dues_and_free_services_are_fine():
    assert says("fee-voluntary", pledge()) == []
