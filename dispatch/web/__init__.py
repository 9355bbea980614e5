"""The HTTP and WebSocket edge: parse, call an action or a read, answer. Composed by ``web.assemble``."""
