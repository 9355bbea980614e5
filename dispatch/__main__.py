"""The command line's door. ``dispatch.cli`` holds the commands.

Nothing but the standard library is imported before a command needs it: ``doctor`` is there to say what is missing.
"""

import os
import sys
from collections.abc import Sequence

from dispatch import doctor
from dispatch.doctor.surroundings import libraries


def main(words: Sequence[str] | None = None) -> int:
    """Run the command that was given; the exit status."""
    given = list(sys.argv[1:] if words is None else words)
    if given == ["doctor"]:
        return doctor.report(os.environ)
    missing = [finding for finding in libraries() if not finding.well]
    if missing:
        print(missing[0].sentence(os.environ), file=sys.stderr)
        return 2
    from dispatch.cli import run

    return run(given)


if __name__ == "__main__":
    sys.exit(main())
