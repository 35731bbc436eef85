"""A report in a file: what was done, and what else it takes to give the input back byte for byte."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from typing import Any

from cppcc_clean.explained import Explained
from cppcc_clean.files import Decoded


def to_json(explained: Explained, decoded: Decoded, data: bytes) -> str:
    """The report as JSON in ASCII; ``decoded`` is what the bytes ``data`` were read as.

    Encoding and line ends give most files back. Where they do not (bytes that could not be decoded, several bytes for
    one character) the file itself is kept.
    """
    given: dict[str, Any] = {"encoding": decoded.encoding, "newline": decoded.newline}
    if _bytes(explained.source, given) != data:
        given["base64"] = b64encode(data).decode()
    return json.dumps({**explained.to_dict(), "input": given})


def read(text: str) -> tuple[Explained, bytes]:
    """The report that ``to_json`` wrote, and the bytes of its input.

    Raises ``ValueError`` for anything else.
    """
    report = json.loads(text)
    if not isinstance(report, dict) or "input" not in report:
        raise ValueError("not a report that `cppcc-clean clean --report` wrote")
    explained = Explained.from_dict(report)
    return explained, _bytes(explained.source, report["input"])


def _bytes(source: str, given: dict[str, Any]) -> bytes:
    if "base64" in given:
        return b64decode(given["base64"])
    # What the encoding cannot write becomes "?": then the bytes are not those of the file, and the file is kept.
    return source.replace("\n", given["newline"]).encode(given["encoding"], "replace")
