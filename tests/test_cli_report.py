"""The commands that tell what was done, and the one that takes it back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cppcc_clean.cli import NOTHING_TO_DO, SOME_FAILED, USAGE, cli
from cppcc_clean.steps import RULES
from tests.test_report import PAGE, plain

CLEANED = "观澜县政协召开协商会，部署工作。\n会议由X市政协领导主持，完善制度 and 办法。\n"


def run(*args: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, [str(arg) for arg in args], input=stdin)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE.encode())
    return path


class TestExplain:
    def test_a_file(self, page: Path) -> None:
        result = run("explain", page)
        assert result.exit_code == NOTHING_TO_DO
        assert "pinyin-annotation ×3" in result.stdout
        assert "source: 观澜日报" in result.stdout
        assert "stray-and" in result.stdout

    def test_standard_input_and_a_config(self) -> None:
        result = run("explain", "--ignore", "pinyin-annotation", stdin=PAGE.encode())
        assert "script-character" in result.stdout
        assert "pinyin-annotation ×" not in result.stdout

    def test_furniture(self, page: Path) -> None:
        shown = run("explain", "--furniture", page).stdout
        assert "leaves +" in shown
        assert "furniture-breadcrumb" in shown

    def test_a_missing_file(self, tmp_path: Path) -> None:
        result = run("explain", tmp_path / "none.txt")
        assert result.exit_code == SOME_FAILED
        assert "No such file" in result.stderr


class TestRules:
    def test_all(self) -> None:
        shown = run("rules").stdout
        assert all(name in shown for name in RULES)

    def test_one(self) -> None:
        shown = run("rules", "pinyin-annotation").stdout
        assert plain(shown.split("\n")).startswith("pinyin-annotation  (step pinyin)\n")
        assert "presets: standard, thorough" in shown

    def test_a_misspelt_one_gets_a_hint(self) -> None:
        result = run("rules", "pinyin-anotation")
        assert result.exit_code == USAGE
        assert "did you mean 'pinyin-annotation'?" in result.stderr


class TestReport:
    def test_a_page_about_several(self, page: Path, tmp_path: Path) -> None:
        other = tmp_path / "other.txt"
        other.write_bytes("县政协召开会议。\n".encode())
        target = tmp_path / "report.html"
        assert run("report", page, other, "-o", target).exit_code == NOTHING_TO_DO
        shown = target.read_text(encoding="utf-8")
        assert "page.txt" in shown
        assert "other.txt" in shown

    def test_what_can_be_read_is_reported(self, page: Path, tmp_path: Path) -> None:
        target = tmp_path / "report.html"
        result = run("report", page, tmp_path / "none.txt", "-o", target)
        assert result.exit_code == SOME_FAILED
        assert "page.txt" in target.read_text(encoding="utf-8")

    def test_needs_somewhere_to_write(self, page: Path) -> None:
        assert run("report", page).exit_code == USAGE


CHINESE = "縣政協(xié)召開會議,,部署全年工作。\n委員們圍繞河道治理提出了意見。\n"


class TestRestore:
    @pytest.mark.parametrize(
        "data",
        [
            PAGE.encode(),
            CHINESE.encode(),
            CHINESE.rstrip().encode(),
            CHINESE.replace("\n", "\r\n").encode(),
            (CHINESE + CHINESE.replace("\n", "\r\n")).encode(),
            CHINESE.replace("\n", "\r").encode(),
            CHINESE.encode("utf-8-sig"),
            (CHINESE * 3).encode("gb18030"),
            (CHINESE * 3).replace("\n", "\r\n").encode("gb18030"),
            "縣政協召開會議，部署全年工作，委員們圍繞河道治理提出了意見。\n".encode("big5") * 3,
            CHINESE.encode() + b"\xff\xfe\n" + CHINESE.encode() * 20,
            CHINESE.encode("utf-16"),
            "县政协召开会议。\n".encode(),
            b"",
            b"\xed\xa0\x80",
            CHINESE.encode("utf-16-le"),
            CHINESE.replace("\n", "\r\n").encode("utf-16-be"),
            CHINESE.encode("utf-16-le") + b"\x00\xd8",
            CHINESE.encode("utf-32"),
        ],
        ids=lambda data: ascii(data[:12]),
    )
    @pytest.mark.parametrize("preset", ["standard", "thorough", "nothing"])
    def test_byte_for_byte(self, data: bytes, preset: str, tmp_path: Path) -> None:
        source, cleaned, report, again = (tmp_path / name for name in ("in.txt", "out.txt", "report.json", "again.txt"))
        source.write_bytes(data)
        run("clean", "--preset", preset, source, "-o", cleaned, "--report", report)
        result = run("restore", cleaned, "--report", report)
        assert (result.exit_code, result.stdout_bytes) == (NOTHING_TO_DO, data)
        run("restore", cleaned, "--report", report, "-o", again)
        assert again.read_bytes() == data

    def test_in_place_and_back(self, page: Path, tmp_path: Path) -> None:
        report = tmp_path / "report.json"
        assert run("clean", "--in-place", page, "--report", report).exit_code == NOTHING_TO_DO
        assert page.read_text(encoding="utf-8") == CLEANED
        assert run("restore", page, "--report", report, "-o", page).exit_code == NOTHING_TO_DO
        assert page.read_bytes() == PAGE.encode()

    def test_what_was_not_replaced_comes_back_as_it_is(self, tmp_path: Path) -> None:
        """A good text in another encoding has nothing to clean, so it is not rewritten in UTF-8 either."""
        path, report = tmp_path / "page.txt", tmp_path / "report.json"
        data = ("县政协召开会议，部署全年工作。\n" * 3).encode("gb18030")
        path.write_bytes(data)
        assert run("clean", "--in-place", path, "--report", report).exit_code == NOTHING_TO_DO
        assert path.read_bytes() == data
        result = run("restore", path, "--report", report)
        assert (result.exit_code, result.stdout_bytes) == (NOTHING_TO_DO, data)
        assert "is still the file that" in result.stderr

    def test_a_file_that_could_not_be_replaced_comes_back_as_it_is(
        self, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(_: object) -> None:
            raise PermissionError(13, "Permission denied")

        report = tmp_path / "report.json"
        monkeypatch.setattr("cppcc_clean.cli._replace", refuse)
        assert run("clean", "--in-place", page, "--report", report).exit_code == SOME_FAILED
        result = run("restore", page, "--report", report)
        assert (result.exit_code, result.stdout_bytes) == (NOTHING_TO_DO, PAGE.encode())
        assert "it was not replaced" in result.stderr

    def test_what_cannot_be_read_in_full_gets_no_report(self, tmp_path: Path) -> None:
        path, report = tmp_path / "page.txt", tmp_path / "report.json"
        path.write_bytes(PAGE.encode() + b"\xff")
        assert run("clean", "--in-place", path, "--report", report).exit_code == SOME_FAILED
        assert not report.exists()

    def test_standard_input(self, tmp_path: Path) -> None:
        report = tmp_path / "report.json"
        cleaned = run("clean", "--report", report, stdin=PAGE.encode()).stdout_bytes
        assert cleaned == CLEANED.encode()
        assert run("restore", "-", "--report", report, stdin=cleaned).stdout_bytes == PAGE.encode()

    def test_the_report_is_written_before_the_file_is_replaced(self, page: Path, tmp_path: Path) -> None:
        result = run("clean", "--in-place", page, "--report", tmp_path / "no" / "report.json")
        assert result.exit_code == SOME_FAILED
        assert page.read_bytes() == PAGE.encode()

    def test_plain_files_are_not_stored_twice(self, page: Path, tmp_path: Path) -> None:
        report = tmp_path / "report.json"
        run("clean", page, "-o", tmp_path / "out.txt", "--report", report)
        assert json.loads(report.read_text(encoding="ascii"))["input"] == {"encoding": "utf-8", "newline": "\n"}

    def test_a_text_that_was_edited_since_is_not_taken_for_the_result(self, page: Path, tmp_path: Path) -> None:
        report, cleaned = tmp_path / "report.json", tmp_path / "out.txt"
        run("clean", page, "-o", cleaned, "--report", report)
        cleaned.write_text(CLEANED.replace("县", "市"), encoding="utf-8")
        result = run("restore", cleaned, "--report", report)
        assert (result.exit_code, result.stdout) == (USAGE, "")
        assert "was it changed since" in result.stderr

    @pytest.mark.parametrize("report", ["", "[]", "{}", '{"format": 99, "input": {}}', "\xff"])
    def test_what_is_no_report_is_refused(self, page: Path, tmp_path: Path, report: str) -> None:
        path = tmp_path / "report.json"
        path.write_bytes(report.encode("latin-1"))
        assert run("restore", page, "--report", path).exit_code == USAGE

    def test_missing_files(self, page: Path, tmp_path: Path) -> None:
        assert run("restore", page, "--report", tmp_path / "none.json").exit_code == SOME_FAILED

    @pytest.mark.parametrize("asked", ["--check", "--diff"])
    def test_a_report_tells_what_was_done(self, page: Path, tmp_path: Path, asked: str) -> None:
        assert run("clean", asked, page, "--report", tmp_path / "r.json").exit_code == USAGE

    def test_one_report_is_about_one_input(self, page: Path, tmp_path: Path) -> None:
        assert run("clean", page, page, "--report", tmp_path / "r.json").exit_code == USAGE
