"""The hotlines that push to us, or did: profile, datum and opened secrets of each, read at start and refreshed."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dispatch.domain.messages import Profile, profile
from dispatch.domain.signing import fingerprint, key_of
from dispatch.ports.sealing import Sealer, secret_label
from dispatch.store import intake as store
from dispatch.store import webhook_secrets
from dispatch.store.database import Database


@dataclass(frozen=True, slots=True)
class Channel:
    """One hotline: how it speaks, in which datum, and the keys it signs with; where its statuses go."""

    source: str
    name: str
    datum: str
    profile: Profile
    keys: tuple[bytes, ...]
    callback_url: str | None
    callback_key: bytes | None
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
            found = await store.sources(tx)
            ended = await webhook_secrets.ended(tx)
        self._by_source = {each.id: self._channel(each, ended) for each in found}

    def _channel(self, found: store.Source, ended: frozenset[tuple[str, str]]) -> Channel:
        def opened(sealed: bytes) -> str:
            return self._sealer.open_secret(sealed, secret_label(found.id)).decode()

        secrets = [opened(each) for each in found.secrets]

        return Channel(
            source=found.id,
            name=found.name,
            datum=found.datum,
            profile=profile(found.mapping),
            keys=tuple(key_of(each) for each in secrets if (found.id, fingerprint(each)) not in ended),
            callback_url=found.callback_url,
            callback_key=key_of(opened(found.callback_secret)) if found.callback_secret else None,
            doubted=frozenset(found.doubted),
            active=found.active,
        )
