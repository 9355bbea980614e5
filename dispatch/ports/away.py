"""What a client of Redis raises while Redis is away. Used by whatever goes on without it."""

from redis.exceptions import RedisError

REDIS_AWAY = (RedisError, OSError, RuntimeError)
"""Its own errors and the system's; and the event loop's RuntimeError where a connection was closed under a writer."""
