"""Prepares a machine with the standard library alone, before anything is installed.

Called by the Makefile with the system's python3; nothing here imports a package from the lock file.
"""
