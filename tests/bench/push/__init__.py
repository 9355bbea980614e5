"""Entries to thousands of sockets: how late, at what cost beside a plain send loop, and how quickly all come back."""
