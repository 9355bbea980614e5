"""What runs by itself: clocks, status reports to the hotline, housekeeping. Each loop is started by ``app``."""
