"""What a fault run breaks: servers of its own, the service in several processes behind a proxy, a hotline that listens.

``servers`` are PostgreSQL and Redis, ``ground`` the district in them, ``app`` one process of the service with whoever
starts it again, ``ear`` the hotline's receiver; ``world`` puts them together, ``client`` is what a client has to be.
"""
