"""The service under attack: what nobody thought of, as everybody; what belongs to others; slow and flooding clients."""
