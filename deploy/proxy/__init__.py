"""The TLS proxy in front of the service: Debian's nginx. ``python3 -m deploy.proxy`` writes its configuration."""
