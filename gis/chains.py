"""The chains of a text: which names belong together, what they say of one another, and what each may mean.

Third step of `geocode`: town > village > group > house; road > number; estate or POI > building; two roads >
intersection; a road between two others. The options of a chain come from `candidates`, `score` weighs them.
"""

from __future__ import annotations

from collections.abc import Sequence

from gis.address import marks, normalise
from gis.candidates import NOTHING_SAID, Anchor, Context, Evidence, Option, options_of, places_of
from gis.crossings import crossing, stretch
from gis.deal import Name
from gis.gazetteer import Gazetteer, Named, Place
from gis.names import GUESSED
from gis.spans import Mention, Scan, assemble, scan


def context(seen: Scan, gazetteer: Gazetteer) -> Context:
    """Towns and villages that a text names. A name that may also be something finer is no evidence."""
    towns, villages = [], []
    named: list[tuple[Mention | None, int]] = []
    places = gazetteer.places
    for mention in seen.meant:
        meant = [places[meaning.place] for meaning in mention.meanings]
        named += [(mention, place.id) for place in meant]
        if mention.meanings[0].trust in GUESSED:
            continue
        in_towns = {place.town for place in meant if place.kind == "town"}
        in_villages = {place.village for place in meant if place.kind == "village"}
        if len(in_towns) + len(in_villages) < len(meant):
            continue
        if in_towns:
            towns.append(Evidence(mention, mention.text, frozenset(code for code in in_towns if code)))
        else:
            villages.append(Evidence(mention, mention.text, frozenset(code for code in in_villages if code)))
    return Context(tuple(towns), tuple(villages), tuple(named))


def towns_said(seen: Scan, gazetteer: Gazetteer) -> Context:
    """The towns that a text names or whose villages it names: what tells two places of one name apart."""
    found = context(seen, gazetteer)
    homes = []
    for evidence in found.villages:
        villages = (gazetteer.village(code) for code in evidence.codes)
        codes = frozenset(village.town for village in villages if village is not None and village.town)
        homes.append(Evidence(evidence.mention, evidence.said, codes))
    return Context(found.towns or tuple(homes), (), ())


def fine_anchors(seen: Scan, around: Context, gazetteer: Gazetteer) -> list[Anchor]:
    """The chains that may be finer than a village, and roads, each with its options, in the order of the text."""
    found: list[Anchor] = []
    meant = seen.meant
    for number, mention in enumerate(meant):
        following = meant[number + 1] if number + 1 < len(meant) else None
        between = stretch(seen.text, meant[number : number + 3], gazetteer)
        if between is not None:
            return [*found, between]
        corner = crossing(seen.text, mention, following, gazetteer)
        if corner is not None:
            found.append(corner)
        if not _is_coarse(mention, gazetteer):
            _add(found, mention, following, around, gazetteer)
    return found


def coarse_anchors(seen: Scan, around: Context, gazetteer: Gazetteer) -> list[Anchor]:
    """The chains that name a town or a village as a whole, in the order of the text."""
    found: list[Anchor] = []
    for mention in seen.meant:
        if _is_coarse(mention, gazetteer):
            _add(found, mention, None, around, gazetteer)
    return found


def stated_village(said: str, gazetteer: Gazetteer) -> tuple[Context, list[Anchor]]:
    """A village given beside the text by its code (12 digits) or name: as evidence, and as a chain of its own."""
    places = _villages_called(said, gazetteer)
    if not places:
        return NOTHING_SAID, []
    codes = frozenset(place.village for place in places if place.village)
    options = [_stated_option(place, gazetteer) for place in places]
    stated = Context(
        (), (Evidence(None, places[0].name, codes),), tuple((None, place.id) for place in places)
    )
    return stated, [Anchor((), options, in_address=True)]


def numbers_of_stated(text: str, stated: Sequence[Anchor], gazetteer: Gazetteer) -> Scan | None:
    """A text that holds numbers but no name (6组7号), read as numbers of the village stated beside it."""
    known = [gazetteer.number_of(option.place) for anchor in stated for option in anchor.options]
    meanings = tuple(Named(number, "full") for number in known if number is not None)
    if not meanings or not marks(text):
        return None
    return assemble(text, [Name(0, 0, meanings)], gazetteer, in_address=True)


def _is_coarse(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether a mention can only be a town or, without a number, a village."""
    for meaning in mention.meanings:
        kind = gazetteer.places[meaning.place].kind
        if kind != "town" and (kind != "village" or mention.marks):
            return False
    return True


def _add(
    found: list[Anchor], mention: Mention, following: Mention | None, around: Context, gazetteer: Gazetteer
) -> None:
    options = [
        option
        for place, trust in places_of(mention, around, gazetteer)
        for option in options_of(place, trust, mention, around, gazetteer)
    ]
    if options:
        reference = mention.widen_m > 0 and following is not None
        found.append(Anchor((mention,), options, mention.in_address, reference, mention.cue))


def _villages_called(said: str, gazetteer: Gazetteer) -> list[Place]:
    known = gazetteer.village(said.strip())
    if known is not None:
        return [known]
    seen = scan(normalise(said, gazetteer.region), gazetteer, in_address=True)
    meant = [gazetteer.places[one.place] for mention in seen.meant for one in mention.meanings]
    towns = {place.town for place in meant if place.kind == "town"}
    villages = [place for place in meant if place.kind == "village"]
    return [place for place in villages if place.town in towns] or villages


def _stated_option(place: Place, gazetteer: Gazetteer) -> Option:
    return Option(
        "village", place.id, place.name, place.lon, place.lat, gazetteer.radius(place), place.village,
        place.town, "full", place.parent, [f"来电登记的村居是“{place.name}”"],
    )  # fmt: skip
