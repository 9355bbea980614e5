"""Hours of the same load: what the service weighs minute by minute."""
