"""`python3 -m deploy.bootstrap COMMAND`: checks the interpreter before anything newer is parsed."""

import os
import shutil
import sys

OLDEST = (3, 11)


def newer_interpreter() -> "str | None":
    """Return the path of a newer python3 on this machine, or None."""
    names = ["python3.14", "python3.13", "python3.12", "python3.11", "/usr/bin/python3"]
    for name in names:
        path = shutil.which(name)
        if path and os.path.realpath(path) != os.path.realpath(sys.executable):
            question = "import sys; sys.exit(sys.version_info[:2] < (3, 11))"
            if os.spawnv(os.P_WAIT, path, [path, "-c", question]) == 0:
                return path
    return None


def main() -> int:
    """Hand over to the commands, on an interpreter that can read them."""
    if sys.version_info[:2] >= OLDEST:
        from deploy.bootstrap.commands import run

        return run(sys.argv[1:])
    path = None if os.environ.get("DISPATCH_PYTHON_CHOSEN") else newer_interpreter()
    if path:
        os.environ["DISPATCH_PYTHON_CHOSEN"] = "1"
        os.execv(path, [path, "-m", "deploy.bootstrap"] + sys.argv[1:])
    found = "%d.%d" % sys.version_info[:2]
    if os.environ.get("LC_ALL", os.environ.get("LANG", "")).startswith("zh"):
        print(
            "本程序需要 Python 3.11 或更高版本，python3 是 %s；请安装 python3.11 后重试。" % found,
            file=sys.stderr,
        )
    else:
        line = "This needs Python 3.11 or newer and python3 is %s; install python3.11 and run it again."
        print(line % found, file=sys.stderr)
    return 1


sys.exit(main())
