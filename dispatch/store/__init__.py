"""The only folder that knows PostgreSQL: named SQL in ``sql/``, rows to domain values, no rules."""
