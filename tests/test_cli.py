"""The command: what it prints, what it writes, how it exits, and that it never loses data."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest
from click.testing import CliRunner, Result

from cppcc_clean import files
from cppcc_clean.cli import NOTHING_TO_DO, SOME_FAILED, USAGE, WOULD_CHANGE, cli
from cppcc_clean.files import write_whole

GOOD = "县政协召开会议，部署全年工作。\n"
BAD = "縣政協召開會議,部署全年工作。\n"
CLEANED = GOOD


def run(*args: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, [str(arg) for arg in args], input=stdin)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_bytes(GOOD.encode())
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.txt"
    path.write_bytes(BAD.encode())
    return path


class TestOutput:
    def test_good_file_comes_out_to_the_byte(self, tmp_path: Path) -> None:
        for data in (GOOD.encode(), GOOD.rstrip().encode(), GOOD.replace("\n", "\r\n").encode(), b""):
            path = tmp_path / "page.txt"
            path.write_bytes(data)
            result = run(path)
            assert (result.stdout_bytes, result.exit_code) == (data, NOTHING_TO_DO)

    def test_stdin_to_stdout(self) -> None:
        assert run(stdin=BAD.encode()).stdout_bytes == CLEANED.encode()
        assert run("-", stdin=BAD.encode()).stdout_bytes == CLEANED.encode()

    def test_the_command_may_be_named(self, bad: Path) -> None:
        assert run("clean", bad).stdout == run(bad).stdout == CLEANED

    def test_line_ends_are_kept(self) -> None:
        assert run(stdin=BAD.replace("\n", "\r\n").encode()).stdout_bytes == CLEANED.replace("\n", "\r\n").encode()

    def test_several_files_follow_each_other(self, good: Path, bad: Path) -> None:
        assert run(good, bad).stdout == GOOD + CLEANED

    def test_into_a_file(self, bad: Path, tmp_path: Path) -> None:
        target = tmp_path / "out.txt"
        assert run(bad, "-o", target).stdout == ""
        assert target.read_bytes() == CLEANED.encode()
        assert bad.read_bytes() == BAD.encode()

    def test_into_a_folder_that_mirrors_the_source(self, tmp_path: Path) -> None:
        for name in ("a/x.txt", "b/x.txt"):
            (tmp_path / "in" / name).parent.mkdir(parents=True)
            (tmp_path / "in" / name).write_bytes(BAD.encode())
        assert run(tmp_path / "in", "-o", tmp_path / "out").exit_code == NOTHING_TO_DO
        assert (tmp_path / "out/a/x.txt").read_bytes() == (tmp_path / "out/b/x.txt").read_bytes() == CLEANED.encode()

    def test_in_place(self, good: Path, bad: Path) -> None:
        bad.chmod(0o640)
        before = good.stat().st_mtime_ns
        result = run("--in-place", good, bad)
        assert result.exit_code == NOTHING_TO_DO
        assert bad.read_bytes() == CLEANED.encode()
        assert bad.stat().st_mode & 0o777 == 0o640
        assert good.stat().st_mtime_ns == before
        assert sorted(path.name for path in bad.parent.iterdir()) == ["bad.txt", "good.txt"]

    def test_in_place_through_a_link(self, bad: Path) -> None:
        link = bad.with_name("link.txt")
        link.symlink_to(bad)
        run("--in-place", link)
        assert link.is_symlink()
        assert bad.read_bytes() == CLEANED.encode()


class TestChecking:
    def test_check(self, good: Path, bad: Path) -> None:
        assert run("--check", good).exit_code == NOTHING_TO_DO
        result = run("--check", good, bad)
        assert result.exit_code == WOULD_CHANGE
        assert result.stdout == ""
        assert "1 would change, 1 unchanged" in result.stderr
        assert bad.read_bytes() == BAD.encode()

    def test_diff(self, good: Path, bad: Path) -> None:
        assert run("--diff", good).stdout == ""
        result = run("--diff", bad)
        assert result.exit_code == WOULD_CHANGE
        assert f"-{BAD}" in result.stdout
        assert f"+{CLEANED}" in result.stdout

    def test_diff_says_that_a_line_end_is_missing(self) -> None:
        assert "\\ No newline at end of file" in run("--diff", stdin=BAD.rstrip().encode()).stdout


class TestChoices:
    def test_preset_and_script(self) -> None:
        assert run("--preset", "gentle", stdin=BAD.encode()).stdout == BAD
        assert run("--script", "keep", stdin=BAD.encode()).stdout == BAD.replace(",", "，")

    def test_rules(self) -> None:
        assert run("--ignore", "script-character", stdin="縣政協,會議".encode()).stdout == "縣政協，會議"
        assert run("--select", "script-character", stdin="縣政協,會議".encode()).stdout == "县政协,会议"

    @pytest.mark.parametrize(
        "args",
        [
            ["--preset", "hard"],
            ["--ignore", "no-such-rule"],
            ["--check", "--in-place"],
            ["--in-place", "-"],
            ["--in-place"],
            ["--nonsense"],
        ],
        ids=" ".join,
    )
    def test_usage_errors(self, args: list[str]) -> None:
        assert run(*args, stdin=b"").exit_code == USAGE

    def test_a_misspelt_rule_gets_a_hint(self) -> None:
        assert "did you mean 'script-character'" in run("--ignore", "script-charcter", stdin=b"").stderr

    def test_input_is_not_output(self, bad: Path) -> None:
        result = run(bad, "-o", bad)
        assert result.exit_code == USAGE
        assert "--in-place" in result.stderr
        assert bad.read_bytes() == BAD.encode()

    def test_two_inputs_do_not_share_an_output(self, tmp_path: Path) -> None:
        for folder in ("a", "b"):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "x.txt").write_bytes(GOOD.encode())
        assert run(tmp_path / "a/x.txt", tmp_path / "b/x.txt", "-o", tmp_path / "out").exit_code == USAGE


class TestEncodings:
    PROSE = (GOOD * 3) + "观澜县栖霞镇的委员们围绕河道治理提出了意见。\n"

    @pytest.mark.parametrize("encoding", files.ENCODINGS)
    def test_auto(self, encoding: str) -> None:
        text = self.PROSE if encoding != "big5" else "縣政協召開會議，部署全年工作，委員們圍繞河道治理提出了意見。\n" * 3
        assert files.decode(text.encode(encoding)) == files.Decoded(text, encoding, "\n", ())

    @pytest.mark.parametrize("encoding", files.ENCODINGS)
    def test_forced(self, encoding: str) -> None:
        assert run("--encoding", encoding, "--preset", "nothing", stdin="中文".encode(encoding)).stdout == "中文"

    def test_one_broken_byte_does_not_turn_utf8_into_something_else(self) -> None:
        decoded = files.decode(self.PROSE.encode() + b"\xff\n")
        assert decoded.encoding == "utf-8"
        assert decoded.text == self.PROSE + "\ufffd\n"

    @pytest.mark.parametrize("encoding", files.ENCODINGS)
    def test_bad_bytes_are_named_with_their_place(self, encoding: str) -> None:
        head = "中文".encode(encoding)
        result = run("--encoding", encoding, stdin=head + b"\xff" + "文".encode(encoding) + b"\n")
        assert result.exit_code == SOME_FAILED
        assert result.stdout == "中文\ufffd文\n"
        assert f"byte 0xff at offset {len(head)}" in result.stderr

    def test_strict_writes_nothing(self) -> None:
        result = run("--encoding", "utf-8", "--errors", "strict", stdin=b"\xff")
        assert (result.stdout, result.exit_code) == ("", SOME_FAILED)

    def test_in_place_leaves_a_file_it_cannot_read_in_full(self, tmp_path: Path) -> None:
        path = tmp_path / "page.txt"
        path.write_bytes(BAD.encode() + b"\xff")
        assert run("--in-place", path).exit_code == SOME_FAILED
        assert path.read_bytes() == BAD.encode() + b"\xff"


def _interrupted_at(line: int, write: Callable[[], None]) -> bool:
    """Press Ctrl-C when that many lines of ``write_whole`` have run; whether it ended before."""
    lines = itertools.count()

    def trace(frame: FrameType, event: str, _: object) -> object:
        if frame.f_code is not write_whole.__code__:
            return None
        if event == "line" and next(lines) == line:
            raise KeyboardInterrupt
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        write()
    except KeyboardInterrupt:
        return False
    finally:
        sys.settrace(before)
    return True


class TestFailures:
    def test_the_others_are_still_cleaned(self, bad: Path, tmp_path: Path) -> None:
        result = run(tmp_path / "missing.txt", bad)
        assert result.exit_code == SOME_FAILED
        assert result.stdout == CLEANED
        assert "missing.txt: No such file or directory" in result.stderr

    def test_a_failed_write_leaves_the_target(self, bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        assert run("--in-place", bad).exit_code == SOME_FAILED
        assert bad.read_bytes() == BAD.encode()
        assert list(bad.parent.iterdir()) == [bad]

    def test_ctrl_c_leaves_no_half_written_file(self, tmp_path: Path) -> None:
        for number in range(400):
            (tmp_path / f"{number}.txt").write_bytes(BAD.encode() * 200)
        command = [sys.executable, "-c", "from cppcc_clean.cli import main; main()", "--in-place", str(tmp_path)]
        process = subprocess.Popen(command, stderr=subprocess.PIPE)
        deadline = time.monotonic() + 20
        while (tmp_path / "0.txt").read_bytes() == BAD.encode() * 200 and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        process.stderr.read()
        assert process.wait(timeout=30) in (130, NOTHING_TO_DO)
        assert {path.suffix for path in tmp_path.iterdir()} == {".txt"}
        whole = {BAD.encode() * 200, CLEANED.encode() * 200}
        assert {path.read_bytes() for path in tmp_path.iterdir()} <= whole

    def test_an_interrupt_at_any_line_of_the_writing_leaves_the_old_or_the_new(self, bad: Path) -> None:
        for line in itertools.count():
            bad.write_bytes(b"old")
            finished = _interrupted_at(line, lambda: write_whole(bad, b"new"))
            assert bad.read_bytes() in (b"old", b"new")
            assert list(bad.parent.iterdir()) == [bad]
            if finished:
                break
        assert line > 5

    def test_a_closed_pipe_is_silent(self, bad: Path) -> None:
        bad.write_bytes(BAD.encode() * 20_000)
        command = f"{sys.executable} -c 'from cppcc_clean.cli import main; main()' {bad} | head -c 10"
        result = subprocess.run(command, shell=True, capture_output=True, check=False)
        assert result.stderr == b""
