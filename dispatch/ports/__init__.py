"""The world outside the database: sealing, evidence files, Redis hints, outbound HTTP."""
