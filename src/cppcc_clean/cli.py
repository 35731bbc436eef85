"""The command ``cppcc-clean``. Text goes to standard output; messages and progress go to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import click

from cppcc_clean import files
from cppcc_clean.config import PRESETS, STANDARD, Config
from cppcc_clean.explained import Explained
from cppcc_clean.files import BadByte, Decoded
from cppcc_clean.pipeline import clean, explain

NOTHING_TO_DO, WOULD_CHANGE, USAGE, SOME_FAILED, INTERRUPTED = 0, 1, 2, 3, 130

STDIN = Path("-")

# Inputs may have other names; a folder stands for the files of this one.
TEXT = ".txt"

# Bad bytes named one by one before the rest is only counted.
_NAMED = 5


class DefaultGroup(click.Group):
    """A group whose command may be left out: ``cppcc-clean page.txt`` is ``cppcc-clean clean page.txt``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``clean`` before arguments that name no command and do not ask about the group itself."""
        if not args or args[0] not in {*self.commands, "--help", "--version"}:
            args = ["clean", *args]
        return super().parse_args(ctx, args)


@click.group(cls=DefaultGroup, context_settings={"help_option_names": ["--help"]})
@click.version_option(package_name="cppcc_clean")
def cli() -> None:
    """Turn Chinese text as it comes off the web into text a person would have typed.

    The command `clean` may be left out: `cppcc-clean page.txt` prints the cleaned page.
    """


class GivenPath(click.Path):
    """A path that says something: an empty one would stand for the current folder and everything in it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse the empty path that an unset shell variable leaves."""
        if value == "":
            self.fail(
                "'' is no path (a shell variable that is not set?); name a file or a folder, . for the current one",
                param, ctx,
            )  # fmt: skip
        return super().convert(value, param, ctx)


PATH = GivenPath(path_type=Path)


def _names(_: click.Context, __: click.Parameter, value: Sequence[str]) -> frozenset[str]:
    return frozenset(name.strip() for part in value for name in part.split(",") if name.strip())


def config_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options by which every command chooses its config and reads its input."""
    options = (
        click.option("--preset", type=click.Choice(list(PRESETS)), default="standard", show_default=True,
                     help="How much to repair."),
        click.option("--script", type=click.Choice(["hans", "hant", "tw", "hk", "keep"]),
                     help="Script of the result, instead of the preset's."),
        click.option("--select", multiple=True, callback=_names, metavar="RULE,…", help="Apply only these rules."),
        click.option("--ignore", multiple=True, callback=_names, metavar="RULE,…", help="Leave these rules out."),
        click.option("--encoding", type=click.Choice(["auto", *files.ENCODINGS]), default="auto", show_default=True,
                     help="Encoding of the input; auto decides on the whole file. Output is always UTF-8."),
        click.option("--errors", type=click.Choice(["replace", "strict"]), default="replace", show_default=True,
                     help="Bytes that cannot be decoded: put U+FFFD and go on, or leave the file out."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def make_config(preset: str, script: str | None, select: frozenset[str], ignore: frozenset[str]) -> Config:
    """The config that the command line asks for; a wrong rule name is a usage error."""
    try:
        config = PRESETS[preset].replace(select=select, ignore=ignore)
        return config.replace(script=script) if script else config
    except ValueError as error:
        raise click.UsageError(str(error)) from error


@dataclass(frozen=True, slots=True)
class Input:
    """Something to read: a file or standard input; and where it was found in a folder, its name below that."""

    path: Path
    below: Path | None = None

    def __str__(self) -> str:
        return "standard input" if self.path == STDIN else str(self.path)

    @property
    def name(self) -> Path:
        """What it is called in the folder that its result goes to."""
        return Path(f"stdin{TEXT}") if self.path == STDIN else self.below or Path(self.path.name)

    def read(self) -> bytes:
        """All its bytes."""
        return sys.stdin.buffer.read() if self.path == STDIN else self.path.read_bytes()


@dataclass(slots=True)
class Tally:
    """What happened to the inputs; it decides the exit code."""

    changed: int = 0
    unchanged: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """An input that was read and cleaned; ``explained`` where somebody wants to know what was done."""

    item: Input
    data: bytes
    decoded: Decoded
    text: str
    explained: Explained | None = None

    @property
    def is_unchanged(self) -> bool:
        """Whether the very same text came back."""
        return self.text is self.decoded.text


Write = Callable[[Done], None]


def inputs(paths: Sequence[Path]) -> Iterator[Input]:
    """The files to read, a folder standing for the ``*.txt`` files anywhere below it."""
    for path in paths or (STDIN,):
        if path.is_dir():
            yield from _below(path)
        else:
            yield Input(path)


def _below(folder: Path) -> Sequence[Input]:
    found = [Input(file, file.relative_to(folder)) for file in sorted(folder.rglob(f"*{TEXT}"))]
    if not found:
        complain(f"{folder}: no *{TEXT} file in this folder or below it; to read files of other names, name them")
    return found


@cli.command("clean")
@click.argument("paths", nargs=-1, type=PATH)
@click.option("-o", "--output", type=GivenPath(), help="File to write to, or for several inputs the folder.")
@click.option("--in-place", is_flag=True, help="Replace each file by its cleaned text.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if anything would change.")
@click.option("--diff", is_flag=True, help="Write nothing but the differences; exit with 1 if there are any.")
@click.option("--report", type=PATH, help="Also write what was done (JSON), for `restore`.")
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress bar.")
@config_options
def clean_command(
    paths: tuple[Path, ...], output: str | None, in_place: bool, check: bool, diff: bool, report: Path | None,
    quiet: bool, encoding: str, errors: str, **chosen: Any,
) -> None:  # fmt: skip
    """Clean files, folders (their *.txt files) or standard input (-).

    \b
    Exit codes: 0 done, or nothing to change
                1 --check or --diff found something to change
                2 usage error
                3 some inputs could not be read, or not in full
    """
    config = make_config(**chosen)
    found = list(inputs(paths))
    write = _writer(found, output, in_place, check, diff)
    if report is not None:
        write = _with_report(write, found, report, check or diff)
    tally = Tally()

    def one(item: Input, data: bytes, decoded: Decoded) -> None:
        explained = explain(decoded.text, config) if diff or report is not None else None
        done = Done(item, data, decoded, explained.text if explained else clean(decoded.text, config), explained)
        if done.is_unchanged:
            tally.unchanged += 1
        else:
            tally.changed += 1
        write(done)

    _each(_progress(found, quiet), one, encoding, errors == "strict" or in_place, tally)
    if not quiet and (check or diff or in_place):
        complain(_summary(tally, "would change" if check or diff else "cleaned"))
    sys.exit(_exit_code(tally, check or diff))


def _each(
    found: Iterable[Input], do: Callable[[Input, bytes, Decoded], None], encoding: str, strict: bool, tally: Tally
) -> None:
    """Read one input after the other; what goes wrong with one is said, and the others go on."""
    for item in found:
        try:
            data = item.read()
            decoded = files.decode(data, encoding)
            if _is_fit(item, decoded, strict, tally):
                do(item, data, decoded)
        except BrokenPipeError:
            raise
        except (OSError, files.NotTextError) as error:
            tally.failed += 1
            complain(f"{item}: {getattr(error, 'strerror', None) or error}")


def _is_fit(item: Input, decoded: Decoded, strict: bool, tally: Tally) -> bool:
    """Whether an input that may not have been read in full is to be used at all."""
    if not decoded.bad:
        return True
    tally.failed += 1
    report_bad_bytes(item, decoded.encoding, decoded.bad)
    if strict:
        complain(f"{item}: left as it is; nothing was written for it")
    return not strict


def _writer(found: Sequence[Input], output: str | None, in_place: bool, check: bool, diff: bool) -> Write:
    """What to do with a result, or a usage error where the options contradict each other."""
    _one_of({"--check": check, "--diff": diff, "--in-place": in_place, "--output": output is not None})
    if diff:
        return _print_diff
    if check:
        return lambda _: None
    if in_place:
        if any(item.path == STDIN for item in found):
            raise click.UsageError("--in-place needs files; standard input cannot be replaced")
        return _replace
    if output in (None, "-"):
        return _print
    return partial(_write_to, _targets(found, output))


def _with_report(write: Write, found: Sequence[Input], target: Path, asked: bool) -> Write:
    """The same, and a report beside it; written first, so that no file is ever replaced that cannot be restored."""
    if asked:
        raise click.UsageError("--report tells what was done; with --check and --diff nothing is")
    if len(found) != 1:
        raise click.UsageError("--report needs exactly one input; `report` makes a page about several")

    def both(done: Done) -> None:
        from cppcc_clean.report.saved import to_json

        assert done.explained is not None
        files.write_whole(target, to_json(done.explained, done.decoded, done.data).encode())
        write(done)

    return both


def _one_of(options: dict[str, bool]) -> None:
    given = [name for name, value in options.items() if value]
    if len(given) > 1 and set(given) != {"--check", "--diff"}:
        raise click.UsageError(f"{' and '.join(given)} exclude each other")


def _targets(found: Sequence[Input], output: str) -> dict[Path, Path]:
    """Where each input goes: a single one to the file named; several, or those of a folder, into the folder named."""
    is_folder = Path(output).is_dir() or not os.path.basename(output)
    if len(found) == 1 and found[0].below is None and not is_folder:
        targets = {found[0].path: Path(output)}
    else:
        if not is_folder:
            _require_folder_name(found, Path(output))
        targets = {item.path: Path(output) / item.name for item in found}
    if len(set(targets.values())) < len(targets):
        raise click.UsageError(f"two inputs would be written to the same file below {output}; clean them one by one")
    for source, target in targets.items():
        if source != STDIN and target.exists() and source.exists() and target.samefile(source):
            raise click.UsageError(f"{source} is input and output at once; use --in-place to replace it")
    return targets


def _require_folder_name(found: Sequence[Input], output: Path) -> None:
    """A file, or what is named as the inputs are, is hardly meant as the folder that is to be made."""
    if output.is_file() or output.suffix in {TEXT, *(item.path.suffix for item in found if item.path.suffix)}:
        raise click.UsageError(
            f"--output {output} names a file, but several inputs, or a folder, need a folder to go to; "
            f"name one ({output.with_suffix('')}/), or clean them one by one"
        )


def _print(done: Done) -> None:
    _print_bytes(files.encode(done.text, done.decoded.newline))


def _print_bytes(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _print_diff(done: Done) -> None:
    from cppcc_clean.report.diff import unified

    assert done.explained is not None
    for line in unified(done.explained, str(done.item), colour=sys.stdout.isatty()):
        click.echo(line)


def _replace(done: Done) -> None:
    if not done.is_unchanged:
        files.write_whole(done.item.path, files.encode(done.text, done.decoded.newline))


def _write_to(targets: dict[Path, Path], done: Done) -> None:
    target, decoded = targets[done.item.path], done.decoded
    target.parent.mkdir(parents=True, exist_ok=True)
    needs_nothing = done.is_unchanged and decoded.encoding == "utf-8" and not decoded.bad
    files.write_whole(target, done.data if needs_nothing else files.encode(done.text, decoded.newline))


@cli.command("explain")
@click.argument("path", default="-", type=PATH)
@click.option("--furniture", is_flag=True, help="Show how each line was judged that looks like page furniture.")
@config_options
def explain_command(path: Path, furniture: bool, encoding: str, errors: str, **chosen: Any) -> None:
    """Show what cleaning a file, or standard input (-), does, rule by rule, and what the page says about itself."""
    from cppcc_clean.report.terminal import judged, listing

    config = make_config(**chosen)
    tally = Tally()

    def one(item: Input, data: bytes, decoded: Decoded) -> None:
        del item, data
        explained = explain(decoded.text, config)
        for line in judged(explained.page) if furniture else listing(explained):
            click.echo(line)

    _each([Input(path)], one, encoding, errors == "strict", tally)
    sys.exit(_exit_code(tally, asked=False))


@cli.command("report")
@click.argument("paths", nargs=-1, required=True, type=PATH)
@click.option("-o", "--output", required=True, type=PATH, help="The page (HTML) to write.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar.")
@config_options
def report_command(
    paths: tuple[Path, ...], output: Path, quiet: bool, encoding: str, errors: str, **chosen: Any
) -> None:
    """Write one page for the browser: sources and results side by side, every change marked and named.

    The page holds everything it needs and loads nothing.
    """
    from cppcc_clean.report.html import html

    config = make_config(**chosen)
    tally, reports = Tally(), []

    def one(item: Input, data: bytes, decoded: Decoded) -> None:
        del data
        reports.append((str(item), explain(decoded.text, config)))

    _each(_progress(list(inputs(paths)), quiet), one, encoding, errors == "strict", tally)
    _write(output, html(reports).encode())
    sys.exit(_exit_code(tally, asked=False))


@cli.command("restore")
@click.argument("path", type=PATH)
@click.option("--report", required=True, type=PATH, help="What `clean --report` wrote.")
@click.option("-o", "--output", type=PATH, help="File to write to.")
def restore_command(path: Path, report: Path, output: Path | None) -> None:
    """Give back, byte for byte, the file that a cleaned file was made from."""
    from cppcc_clean.report.saved import read

    try:
        explained, data = read(report.read_text(encoding="utf-8"))
        cleaned = Input(path).read()
    except ValueError as error:
        raise click.UsageError(f"{report}: {error}") from error
    except OSError as error:
        complain(f"{error.filename}: {error.strerror}")
        sys.exit(SOME_FAILED)
    if cleaned == data:
        complain(f"{path} is still the file that {report} was made from: it was not replaced, or is restored already")
    elif _plain_ends(cleaned) != _plain_ends(files.encode(explained.text, "\n")):
        raise click.UsageError(f"{path} is not what {report} tells of; was it changed since it was cleaned?")
    if output is None:
        _print_bytes(data)
    else:
        _write(output, data)


def _plain_ends(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")


def _write(target: Path, data: bytes) -> None:
    try:
        files.write_whole(target, data)
    except OSError as error:
        complain(f"{target}: {error.strerror or error}")
        sys.exit(SOME_FAILED)


@cli.command("rules")
@click.argument("name", required=False)
def rules_command(name: str | None) -> None:
    """List the rules: name, what it does, before and after, the presets that have it; or tell all about one."""
    from cppcc_clean.report.rules import entries
    from cppcc_clean.report.terminal import rule_in_full, rule_list

    if name is None:
        shown = rule_list(entries())
    else:
        try:
            STANDARD.replace(select={name})
        except ValueError as error:
            raise click.UsageError(str(error).removeprefix("select: ")) from error
        shown = rule_in_full(next(entry for entry in entries() if entry.rule.name == name))
    for line in shown:
        click.echo(line)


def report_bad_bytes(item: Input, encoding: str, bad: Sequence[BadByte]) -> None:
    """Say which bytes could not be decoded, and where."""
    named = ", ".join(map(str, bad[:_NAMED]))
    more = f" and {len(bad) - _NAMED} more" if len(bad) > _NAMED else ""
    complain(f"{item}: not valid {encoding}: {named}{more}; U+FFFD stands in their place")


def complain(message: str) -> None:
    """A message for the person at the terminal."""
    click.echo(message, err=True)


def _progress(found: Sequence[Input], quiet: bool) -> Iterable[Input]:
    if quiet or len(found) < 2 or not sys.stderr.isatty():
        return found
    from tqdm import tqdm

    return tqdm(found, unit="file", file=sys.stderr)


def _summary(tally: Tally, verb: str) -> str:
    parts = [f"{count} {word}" for count, word in (
        (tally.changed, verb), (tally.unchanged, "unchanged"), (tally.failed, "not readable in full"),
    ) if count]  # fmt: skip
    return ", ".join(parts) or "no input"


def _exit_code(tally: Tally, asked: bool) -> int:
    if tally.failed:
        return SOME_FAILED
    return WOULD_CHANGE if asked and tally.changed else NOTHING_TO_DO


def main() -> None:
    """The entry point: Ctrl-C ends with 130, a closed pipe ends in silence."""
    try:
        cli.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(USAGE)
    except click.Abort:
        complain("interrupted")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(NOTHING_TO_DO)
