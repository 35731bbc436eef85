"""Clean the pages in ``examples/`` and show each before and after, in the terminal."""

from __future__ import annotations

from pathlib import Path

import click

from cppcc_clean import clean

EXAMPLES = Path(__file__).parent.parent / "examples"


def show(text: str, colour: str, margin: str) -> None:
    """Print a page, its blanks at line ends and its invisible characters made visible."""
    for line in text.rstrip("\n").split("\n"):
        visible = "".join(ch if ch.isprintable() or ch in " \t" else f"\\u{ord(ch):04x}" for ch in line)
        click.echo(click.style(f"{margin} ", fg=colour) + visible)


def main() -> None:
    """Show every example; a page that needs nothing says so."""
    for path in sorted(EXAMPLES.glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as handle:
            before = handle.read()
        after = clean(before)
        click.secho(f"\n{path.stem.replace('-', ' ')}", bold=True)
        if after is before:
            click.echo("  untouched: the very same text comes back")
            show(after, "green", "  ")
        else:
            show(before, "red", "-")
            show(after, "green", "+")


if __name__ == "__main__":
    main()
