"""How good and how quick the geocoder is, on questions made from the gazetteer with a noise model of its own."""
