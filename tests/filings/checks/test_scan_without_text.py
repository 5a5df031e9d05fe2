from filings.checks import AttachedFile

from .revisions import convention, places, says

SCAN = AttachedFile("body", "pdf", "规约.pdf", 12)


def test_a_scanned_body_is_told_apart_from_a_missing_one():
    scanned = convention("", attachments=(SCAN,))

    (finding,) = says("scan-without-text", scanned)

    assert "扫描件" in finding.sentence
    assert "Word" in finding.remedy
    assert places("body-present", scanned) == []


def test_a_scan_beside_a_readable_text_is_evidence():
    assert places("scan-without-text", convention(attachments=(SCAN,))) == []


def test_what_the_reader_says_of_a_scan_counts():
    assert places("scan-without-text", convention("", warnings=("这份 PDF 是扫描件",))) == ["body"]
