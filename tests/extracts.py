"""Writes the smallest extracts of OpenStreetMap, for tests that read them: nodes and ways, as PBF and as XML."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import quoteattr

Node = tuple[int, float, float, Mapping[str, str]]
Way = tuple[int, Sequence[int], Mapping[str, str]]


def as_xml(nodes: Sequence[Node], ways: Sequence[Way]) -> bytes:
    """An extract as OSM XML."""
    lines = ["<?xml version='1.0' encoding='UTF-8'?>", '<osm version="0.6">']
    for number, lon, lat, tags in nodes:
        lines.append(f'<node id="{number}" lat="{lat}" lon="{lon}">{_xml_tags(tags)}</node>')
    for number, refs, tags in ways:
        joined = "".join(f'<nd ref="{ref}"/>' for ref in refs)
        lines.append(f'<way id="{number}">{joined}{_xml_tags(tags)}</way>')
    return "\n".join([*lines, "</osm>"]).encode()


def _xml_tags(tags: Mapping[str, str]) -> str:
    return "".join(f"<tag k={quoteattr(key)} v={quoteattr(value)}/>" for key, value in tags.items())


def as_pbf(nodes: Sequence[Node], ways: Sequence[Way]) -> bytes:
    """An extract as PBF: a header and one block of plain nodes and ways."""
    texts = [""]

    def text(value: str) -> int:
        if value not in texts:
            texts.append(value)
        return texts.index(value)

    def tagged(tags: Mapping[str, str]) -> bytes:
        keys = b"".join(_varint(text(key)) for key in tags)
        values = b"".join(_varint(text(value)) for value in tags.values())
        return _field(2, keys) + _field(3, values) if tags else b""

    groups = b""
    for number, lon, lat, tags in nodes:
        place = _number(8, _zigzag(round(lat * 1e7))) + _number(9, _zigzag(round(lon * 1e7)))
        groups += _field(1, _number(1, _zigzag(number)) + tagged(tags) + place)
    parts = [_field(2, groups)] if groups else []
    for number, refs, tags in ways:
        steps = [ref - former for former, ref in zip([0, *refs], refs, strict=False)]
        joined = _field(8, b"".join(_varint(_zigzag(step)) for step in steps))
        parts.append(_field(2, _field(3, _number(1, number) + tagged(tags) + joined)))
    table = _field(1, b"".join(_field(1, each.encode()) for each in texts))
    header = _field(4, b"OsmSchema-V0.6")
    return _blob(b"OSMHeader", header) + _blob(b"OSMData", table + b"".join(parts))


def _blob(kind: bytes, content: bytes) -> bytes:
    packed = _number(2, len(content)) + _field(3, zlib.compress(content))
    head = _field(1, kind) + _number(3, len(packed))
    return struct.pack(">I", len(head)) + head + packed


def _varint(value: int) -> bytes:
    written = b""
    while value > 0x7F:
        written += bytes([value & 0x7F | 0x80])
        value >>= 7
    return written + bytes([value])


def _zigzag(value: int) -> int:
    return value << 1 if value >= 0 else (-value << 1) - 1


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _field(field: int, content: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(content)) + content
