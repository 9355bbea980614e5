"""What people changed of the district's own data: units, and who looks after which cell."""

from migrations.tables.base import changes

kept_change = changes("kept_change")
