"""The demo district: real names and codes of Huaiyin's towns and villages on invented geometry, from one seed.

``generate`` is pure; ``load`` brings the result into a migrated database. Everything but names and codes of towns
and villages is invented and marked 示意.
"""

from deploy.demo.district.generate import SEED, generate, remembered
from deploy.demo.district.load import DemoUser, Secrets, load
from deploy.demo.district.model import District

__all__ = ["SEED", "DemoUser", "District", "Secrets", "generate", "load", "remembered"]
