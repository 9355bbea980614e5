"""Measures the service beside its own limits in one run: ``make bench``. Nothing here decides a test."""
