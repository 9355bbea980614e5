"""The demo: a district of its own making, a hotline that plays, and the supervisor that keeps both."""
