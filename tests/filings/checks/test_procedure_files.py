from filings.checks import AttachedFile

from .revisions import convention, says


def test_a_step_without_evidence_is_hinted_at():
    only = (AttachedFile("assembly", "pdf", "决议.pdf", 2),)

    assert [finding.quote for finding in says("procedure-files", convention(attachments=only))] == [
        "征求意见",
        "专家论证",
    ]


def test_a_step_with_evidence_is_fine():
    assert says("procedure-files", convention()) == []
