"""What the service says, in other languages than Chinese: a folder for each, in it a file for each subject.

A line is a sentence in Chinese as the source has it, its fields in braces, and the same in the other language.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from dispatch.saying import Catalogue

TEXTS = Path(__file__).parent


def catalogue(language: str) -> dict[str, str]:
    """All that a language has words for."""
    files = sorted((TEXTS / language).glob("*.toml"))
    return {said: words for file in files for said, words in tomllib.loads(file.read_text("utf-8")).items()}


CATALOGUES: Mapping[str, Catalogue] = {"en": catalogue("en")}
"""Every language but Chinese, by its tag."""
