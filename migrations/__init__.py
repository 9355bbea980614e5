"""The schema's past and present: tables as declared today, versions as they were applied.

The only folder that knows SQLAlchemy, GeoAlchemy2 and Alembic. ``python -m migrations upgrade``.
"""
