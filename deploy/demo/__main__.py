"""`python -m deploy.demo load | play | run`: the district, the hotline, or the whole demo."""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import sys

from deploy.bootstrap.speech import Stop, refuse
from deploy.demo.accounts import password_maker

SEED = 20261124


def setting(name: str) -> str:
    """Return a value from the environment, or stop with its name."""
    value = os.environ.get(name)
    if not value:
        raise Stop(
            f"{name} is not set; `make demo` sets it, or set it yourself.",
            f"未设置 {name}；请用 make demo 运行，或自行设置。",
        )
    return value


def load(seed: int) -> int:
    """Load the district (nothing happens when it is loaded) and print its accounts as JSON."""
    from deploy.demo import district

    users = district.load(setting("DATABASE_URL"), seed, password_maker(setting("DEMO_PASSWORD_SEED")))
    json.dump([dataclasses.asdict(user) for user in users], sys.stdout, ensure_ascii=False)
    return 0


def play(seed: int) -> int:
    """Play the hotline until it is stopped."""
    from deploy.demo.hotline import play as play_on

    play_on(
        setting("DEMO_WEBHOOK_URL"),
        setting("DEMO_WEBHOOK_SECRET"),
        setting("DEMO_CALLBACK_URL"),
        setting("DATABASE_URL"),
        seed,
    )
    return 0


def run() -> int:
    """Run the whole demo."""
    from deploy.demo import run as supervisor

    return supervisor.run()


def main() -> int:
    """Do one command; what cannot be done ends in its sentence."""
    words = argparse.ArgumentParser(
        prog="python -m deploy.demo", description="The demo district and its hotline."
    )
    words.add_argument("command", choices=["load", "play", "run"])
    words.add_argument("--seed", type=int, default=SEED, help="the district and the hotline are made from it")
    said = words.parse_args()
    try:
        if said.command == "run":
            return run()
        return load(said.seed) if said.command == "load" else play(said.seed)
    except Stop as stop:
        return refuse(stop)


sys.exit(main())
