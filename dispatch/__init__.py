"""The service: tickets from the hotline's webhook to closure, on a live map."""

__version__ = "0.1.0"
