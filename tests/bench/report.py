"""Writes what a run found."""
import json
from tests.databases import ROOT
def write(results):
    f=ROOT/".local"/"reports"; f.mkdir(exist_ok=True); (f/"bench.json").write_text(json.dumps(results,indent=1))
