"""GDAL as another program would run it: a process of its own that reads areas and says what it got.

Requests are one pickled list on standard input, answers one on standard output.
"""

from __future__ import annotations

import pickle
import sys
from typing import Any

import pyogrio


def answer(source: str, request: dict[str, Any]) -> Any:
    """What GDAL makes of one request."""
    pyogrio.set_gdal_config_options(request.pop("config", {}))
    kind, source = request.pop("do"), source + request.pop("query", "")
    options = request.pop("options", {})
    try:
        if kind == "layers":
            return pyogrio.list_layers(source).tolist()
        if kind == "info":
            return pyogrio.read_info(source, **request)
        return pyogrio.raw.read(source, **request, **options)
    except pyogrio.errors.DataSourceError as error:
        return str(error)


def main() -> None:
    """Answer all requests about the source that is named."""
    answers = [answer(sys.argv[1], request) for request in pickle.load(sys.stdin.buffer)]
    sys.stdout.buffer.write(pickle.dumps(answers))


if __name__ == "__main__":
    main()
