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

    def test_what_a_folder_holds_goes_into_a_folder(self, bad: Path, tmp_path: Path) -> None:
        """Also a single page; and a slash at the end says folder for a single file too."""
        run(bad.parent, "-o", tmp_path / "out")
        assert (tmp_path / "out/bad.txt").read_bytes() == CLEANED.encode()
        run(bad, "-o", f"{tmp_path}/other/")
        assert (tmp_path / "other/bad.txt").read_bytes() == CLEANED.encode()

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

    def test_diff_and_check_are_diff(self, good: Path, bad: Path) -> None:
        result = run("--diff", "--check", good, bad)
        assert result.exit_code == WOULD_CHANGE
        assert result.stdout == run("--diff", good, bad).stdout != ""
        assert run("--check", "--diff", good).exit_code == NOTHING_TO_DO

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

    @pytest.mark.parametrize(
        "args",
        [
            ["--in-place", ""],
            [""],
            ["bad.txt", ""],
            ["bad.txt", "-o", ""],
            ["bad.txt", "--report", ""],
            ["explain", ""],
            ["report", "", "-o", "out.html"],
            ["report", "bad.txt", "-o", ""],
            ["restore", "", "--report", "w.json"],
            ["restore", "bad.txt", "--report", ""],
            ["restore", "bad.txt", "--report", "w.json", "-o", ""],
        ],
        ids=repr,
    )
    def test_an_empty_path_is_not_the_current_folder(
        self, args: list[str], bad: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(bad.parent)
        result = run(*args)
        assert (result.exit_code, result.stdout) == (USAGE, "")
        assert "'' is no path" in result.stderr
        assert ". for the current one" in result.stderr
        assert bad.read_bytes() == BAD.encode()
        assert run("--check", ".").exit_code == WOULD_CHANGE

    @pytest.mark.parametrize("command", [["clean"], ["report", "-o", "page.html"]], ids=" ".join)
    def test_a_folder_without_texts_is_told(
        self, command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "pages").mkdir()
        (tmp_path / "pages/page.md").write_bytes(BAD.encode())
        result = run(*command, "pages")
        assert (result.exit_code, result.stdout) == (NOTHING_TO_DO, "")
        assert "pages: no *.txt file" in result.stderr
        assert run("pages/page.md").stdout == CLEANED

    @pytest.mark.parametrize("name", ["one.txt", "one.md", "there"])
    def test_several_inputs_do_not_go_into_what_is_named_as_a_file(self, name: str, bad: Path, tmp_path: Path) -> None:
        (tmp_path / "there").write_bytes(b"old")
        other, target = tmp_path / "other.md", tmp_path / name
        other.write_bytes(BAD.encode())
        result = run(bad, other, "-o", target)
        assert result.exit_code == USAGE
        assert f"--output {target} names a file" in result.stderr
        assert not target.is_dir()

    @pytest.mark.parametrize("name", ["v1.2", "out", "one.txt/", "there.txt"])
    def test_several_inputs_go_into_what_may_be_a_folder(self, name: str, good: Path, bad: Path, tmp_path: Path) -> None:
        (tmp_path / "there.txt").mkdir()
        assert run(good, bad, "-o", f"{tmp_path}/{name}").exit_code == NOTHING_TO_DO
        assert (tmp_path / name / "bad.txt").read_bytes() == CLEANED.encode()

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
        decoded = files.decode(text.encode(encoding))
        assert (decoded.text.removeprefix("\ufeff"), decoded.newline, decoded.bad) == (text, "\n", ())
        assert decoded.encoding.startswith(encoding)

    @pytest.mark.parametrize("encoding", files.ENCODINGS)
    def test_forced(self, encoding: str) -> None:
        result = run("--encoding", encoding, "--preset", "nothing", stdin="中文".encode(encoding))
        assert result.stdout.removeprefix("\ufeff") == "中文"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
    def test_a_byte_order_mark_decides(self, encoding: str, bad: Path) -> None:
        bad.write_bytes(("\ufeff" + BAD).encode(encoding))
        assert run(bad).stdout_bytes == CLEANED.encode()
        assert run("--in-place", bad).exit_code == NOTHING_TO_DO
        assert bad.read_bytes() == CLEANED.encode()

    @pytest.mark.parametrize("order", ["le", "be"])
    @pytest.mark.parametrize(
        "text",
        [BAD, BAD * 50, "政协\n", "一、会议\n", "\u3000\u3000县政协召开会议", "The committee met.\r\n", "2024", "a"],
        ids=ascii,
    )
    def test_utf16_without_a_mark(self, text: str, order: str) -> None:
        decoded = files.decode(text.encode(f"utf-16-{order}"))
        assert (decoded.encoding, decoded.text) == (f"utf-16-{order}", text.replace("\r\n", "\n"))
        assert files.decode(text.encode(f"utf-16-{order}"), "utf-16") == decoded

    @pytest.mark.parametrize("order", ["le", "be"])
    def test_utf32_without_a_mark_has_to_be_named(self, order: str) -> None:
        data = BAD.encode(f"utf-32-{order}")
        assert files.decode(data, "utf-32").text == BAD
        with pytest.raises(files.NotTextError):
            files.decode(data)

    @pytest.mark.parametrize(
        "data",
        [
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0",
            bytes(range(256)),
            bytes(100),
            b"\1\0\2\0\3\0",
            b"ab\0c",
            b"abc\0defg",
            (BAD * 3).encode() + b"\0",
            (BAD * 3).encode() + b"\0\0",
            (GOOD * 3).encode("gb18030") + b"\0",
        ],
        ids=lambda data: ascii(data[:12]),
    )
    def test_a_binary_file_is_left_and_told(self, data: bytes, tmp_path: Path) -> None:
        path, good = tmp_path / "page.txt", tmp_path / "z.txt"
        path.write_bytes(data)
        good.write_bytes(BAD.encode())
        result = run("--in-place", path, good)
        assert result.exit_code == SOME_FAILED
        assert f"{path}: not text: a NUL byte at offset {data.index(0)}" in result.stderr
        assert (path.read_bytes(), good.read_bytes()) == (data, CLEANED.encode())

    def test_a_text_with_a_stray_nul_is_read_when_its_encoding_is_named(self) -> None:
        assert run("--encoding", "utf-8", stdin=b"\0" + BAD.encode()).stdout == CLEANED

    @pytest.mark.parametrize(("rest", "bad"), [(b"\x00\xd8", 2), (b"\x41", 1)], ids=["lone surrogate", "half a unit"])
    def test_broken_units_of_utf16_are_named(self, rest: bytes, bad: int, tmp_path: Path) -> None:
        path = tmp_path / "page.txt"
        path.write_bytes(BAD.encode("utf-16-le") + rest)
        result = run("--in-place", path)
        assert result.exit_code == SOME_FAILED
        assert f"byte 0x{rest[0]:02x} at offset {2 * len(BAD)}" in result.stderr
        assert path.read_bytes() == BAD.encode("utf-16-le") + rest
        assert files.decode(path.read_bytes()).text == BAD + "\ufffd" * bad

    def test_one_broken_byte_does_not_turn_utf8_into_something_else(self) -> None:
        decoded = files.decode(self.PROSE.encode() + b"\xff\n")
        assert decoded.encoding == "utf-8"
        assert decoded.text == self.PROSE + "\ufffd\n"

    @pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
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
