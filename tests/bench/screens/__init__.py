"""The desk in a real browser with 50,000 open tickets: first paint, event to pixels, memory, a cut line."""
