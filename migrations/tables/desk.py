"""What desks are warned of: words that sound like danger, and urgings that follow one another too soon."""

from sqlalchemy import Column, Integer, Text
from sqlalchemy.dialects.postgresql import ARRAY

from migrations.tables.base import setting

desk_setting = setting(
    "desk_setting",
    Column("danger_words", ARRAY(Text), nullable=False),
    Column("chase_minutes", Integer, nullable=False),
    bounds="chase_minutes BETWEEN 5 AND 1440 AND cardinality(danger_words) <= 500",
)
