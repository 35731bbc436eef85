"""The command ``cppcc-clean``. Text goes to standard output; messages and progress go to standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import click

from cppcc_clean import files
from cppcc_clean.config import PRESETS, Config
from cppcc_clean.files import BadByte, Decoded
from cppcc_clean.pipeline import clean

NOTHING_TO_DO, WOULD_CHANGE, USAGE, SOME_FAILED, INTERRUPTED = 0, 1, 2, 3, 130

STDIN = Path("-")

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
    """Something to read: a file or standard input, and its name below the folder it was found in."""

    path: Path
    below: Path

    def __str__(self) -> str:
        return "standard input" if self.path == STDIN else str(self.path)

    def read(self) -> bytes:
        """All its bytes."""
        return sys.stdin.buffer.read() if self.path == STDIN else self.path.read_bytes()


@dataclass(slots=True)
class Tally:
    """What happened to the inputs; it decides the exit code."""

    changed: int = 0
    unchanged: int = 0
    failed: int = 0


def inputs(paths: Sequence[Path]) -> Iterator[Input]:
    """The files to read, a folder standing for the ``*.txt`` files anywhere below it."""
    for path in paths or (STDIN,):
        if path.is_dir():
            yield from (Input(file, file.relative_to(path)) for file in sorted(path.rglob("*.txt")))
        else:
            yield Input(path, Path(path.name))


@cli.command("clean")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File or folder to write to.")
@click.option("--in-place", is_flag=True, help="Replace each file by its cleaned text.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if anything would change.")
@click.option("--diff", is_flag=True, help="Write nothing but the differences; exit with 1 if there are any.")
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress bar.")
@config_options
def clean_command(
    paths: tuple[Path, ...], output: Path | None, in_place: bool, check: bool, diff: bool, quiet: bool,
    encoding: str, errors: str, **chosen: Any,
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
    tally = Tally()
    for item in _progress(found, quiet):
        try:
            _clean_one(item, partial(clean, config=config), encoding, errors, write, in_place, tally)
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            tally.failed += 1
            complain(f"{item}: {error.strerror or error}")
    if not quiet and (check or diff or in_place):
        complain(_summary(tally, "would change" if check or diff else "cleaned"))
    sys.exit(_exit_code(tally, check or diff))


Write = Callable[[Input, Decoded, str, bytes], None]


def _clean_one(
    item: Input, repair: Callable[[str], str], encoding: str, errors: str, write: Write, in_place: bool, tally: Tally
) -> None:
    data = item.read()
    decoded = files.decode(data, encoding)
    if decoded.bad:
        tally.failed += 1
        report_bad_bytes(item, decoded.encoding, decoded.bad)
        if errors == "strict" or in_place:
            complain(f"{item}: left as it is; nothing was written for it")
            return
    result = repair(decoded.text)
    if result is decoded.text:
        tally.unchanged += 1
    else:
        tally.changed += 1
    write(item, decoded, result, data)


def _writer(found: Sequence[Input], output: Path | None, in_place: bool, check: bool, diff: bool) -> Write:
    """What to do with a result, or a usage error where the options contradict each other."""
    _one_of({"--check": check, "--diff": diff, "--in-place": in_place, "--output": output is not None})
    if check:
        return lambda item, *_: None
    if diff:
        return _print_diff
    if in_place:
        if any(item.path == STDIN for item in found):
            raise click.UsageError("--in-place needs files; standard input cannot be replaced")
        return _replace
    if output is None or output == STDIN:
        return _print
    return partial(_write_to, _targets(found, output))


def _one_of(options: dict[str, bool]) -> None:
    given = [name for name, value in options.items() if value]
    if len(given) > 1 and set(given) != {"--check", "--diff"}:
        raise click.UsageError(f"{' and '.join(given)} exclude each other")


def _targets(found: Sequence[Input], output: Path) -> dict[Path, Path]:
    """Where each input goes: into a folder under its own name, or, a single one, to the file named."""
    single = len(found) == 1 and found[0].path.name == found[0].below.name and not output.is_dir()
    if single and not str(output).endswith("/"):
        targets = {found[0].path: output}
    else:
        targets = {item.path: output / (item.below if item.path != STDIN else Path("stdin.txt")) for item in found}
    if len(set(targets.values())) < len(targets):
        raise click.UsageError(f"two inputs would be written to the same file below {output}; clean them one by one")
    for source, target in targets.items():
        if source != STDIN and target.exists() and source.exists() and target.samefile(source):
            raise click.UsageError(f"{source} is input and output at once; use --in-place to replace it")
    return targets


def _print(item: Input, decoded: Decoded, result: str, data: bytes) -> None:
    del item, data
    sys.stdout.buffer.write(files.encode(result, decoded.newline))
    sys.stdout.buffer.flush()


def _print_diff(item: Input, decoded: Decoded, result: str, data: bytes) -> None:
    del data
    for line in unified_diff(decoded.text, result, str(item)):
        click.echo(click.style(line, fg=_DIFF_COLOURS.get(line[:1])))


def _replace(item: Input, decoded: Decoded, result: str, data: bytes) -> None:
    del data
    if result is not decoded.text:
        files.write_whole(item.path, files.encode(result, decoded.newline))


def _write_to(targets: dict[Path, Path], item: Input, decoded: Decoded, result: str, data: bytes) -> None:
    target = targets[item.path]
    target.parent.mkdir(parents=True, exist_ok=True)
    needs_nothing = result is decoded.text and decoded.encoding == "utf-8" and not decoded.bad
    files.write_whole(target, data if needs_nothing else files.encode(result, decoded.newline))


_DIFF_COLOURS = {"-": "red", "+": "green", "@": "cyan"}


def unified_diff(before: str, after: str, name: str) -> Iterator[str]:
    """The lines of a unified diff; a missing final line end is said as ``diff`` says it."""
    if before == after:
        return
    from difflib import unified_diff as by_line

    old, new = ([*text.split("\n")[:-1], *_last(text)] for text in (before, after))
    yield from by_line(old, new, name, f"{name} (cleaned)", lineterm="")


def _last(text: str) -> list[str]:
    end = text.rpartition("\n")[2]
    return [f"{end}\n\\ No newline at end of file"] if end else []


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
