"""The invariants by what they are about; each yields what it finds wrong. ``checker`` lists them by name."""
