"""The closing line of a full test run."""

from pathlib import Path

from deploy.local.run_tests import bare_environment, counted


def test_a_report_is_counted(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(
        '<testsuites><testsuite name="pytest" errors="1" failures="2" skipped="3" tests="10" '
        'time="1.5"/></testsuites>'
    )

    assert counted(report) == {"passed": 4, "failed": 3, "skipped": 3}


def test_a_run_that_left_no_report_counts_as_failed(tmp_path: Path) -> None:
    assert counted(tmp_path / "missing.xml")["failed"] == 1


def test_services_that_a_person_uses_are_not_used_by_tests(monkeypatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://live.example/huanglong")

    assert "DATABASE_URL" not in bare_environment()
