"""The hotlines that push to us, or did: profile, datum and opened secrets of each, read at start and refreshed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from time import monotonic
from types import MappingProxyType
from typing import TypeAlias

from dispatch.domain.profile import Profile, profile
from dispatch.domain.signing import Way, fingerprint, key_of
from dispatch.ports.sealing import Sealer, secret_label
from dispatch.store import intake as store
from dispatch.store import webhook_secrets
from dispatch.store.database import Database, Tx

EVERY = 60.0
"""Seconds between two notes of when a secret was last used."""
_Key: TypeAlias = tuple[Way, str, str]
"""Which way a secret signs, its source and its fingerprint."""


@dataclass(frozen=True, slots=True)
class Channel:
    """One hotline: how it speaks, in which datum, and the keys it signs with; where its statuses go."""

    source: str
    name: str
    datum: str
    profile: Profile
    keys: Mapping[str, bytes]
    """What it signs with, by the fingerprints of the secrets."""
    callback_url: str | None
    callback_keys: Mapping[str, bytes]
    """What reports to it are signed with, all of them, likewise."""
    doubted: frozenset[str] = frozenset()
    """Declared datums about which an alarm stands: their coordinates place nothing by themselves."""
    active: bool = True
    """Whether it may push; a retired one still hears what becomes of its orders."""


class Channels:
    """All hotlines by name."""

    def __init__(self, database: Database, sealer: Sealer) -> None:
        self._database = database
        self._sealer = sealer
        self._by_source: Mapping[str, Channel] = MappingProxyType({})
        self._used: dict[_Key, float] = {}
        self._kept: dict[_Key, float] = {}

    def get(self, source: str) -> Channel | None:
        """The hotline of a name, if it may push."""
        channel = self._by_source.get(source)
        return channel if channel is not None and channel.active else None

    def known(self, source: str) -> Channel | None:
        """The hotline of a name, also a retired one."""
        return self._by_source.get(source)

    def all(self) -> list[Channel]:
        """Every hotline that may push, in order of their ids."""
        return [channel for _, channel in sorted(self._by_source.items()) if channel.active]

    async def refresh(self) -> None:
        """Read them again; a secret that cannot be opened or a broken profile stops the refresh, not the old state."""
        async with self._database.system() as tx:
            await self._keep_used(tx)
            found = await store.sources(tx)
            ended = {way: await webhook_secrets.ended(tx, way) for way in Way}
        self._by_source = {each.id: self._channel(each, ended) for each in found}

    def use(self, way: Way, source: str, fingerprints: Iterable[str]) -> None:
        """Secrets were used now; kept with one of the next refreshes, at most once a minute each."""
        now = monotonic()
        self._used.update({(way, source, name): now for name in fingerprints})

    async def _keep_used(self, tx: Tx) -> None:
        now = monotonic()
        due = {key: at for key, at in self._used.items() if now - self._kept.get(key, -EVERY) >= EVERY}
        for way in Way:
            seconds = {(source, name): now - at for (of, source, name), at in due.items() if of == way}
            if seconds:
                await webhook_secrets.used(tx, way, seconds)
        for key in due:
            self._kept[key] = now
            del self._used[key]

    def _channel(self, found: store.Source, ended: Mapping[Way, frozenset[tuple[str, str]]]) -> Channel:
        def keys(way: Way, sealed: Iterable[bytes]) -> Mapping[str, bytes]:
            secrets = [self._sealer.open_secret(each, secret_label(found.id)).decode() for each in sealed]
            named = {fingerprint(each): key_of(each) for each in secrets}
            return MappingProxyType(
                {name: key for name, key in named.items() if (found.id, name) not in ended[way]}
            )

        return Channel(
            source=found.id,
            name=found.name,
            datum=found.datum,
            profile=profile(found.mapping),
            keys=keys(Way.PUSH, found.secrets),
            callback_url=found.callback_url,
            callback_keys=keys(Way.REPORT, found.callback_secrets),
            doubted=frozenset(found.doubted),
            active=found.active,
        )
