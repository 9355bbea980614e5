# Two commands on a fresh Debian: `make demo` and `make test`. What they do is in deploy/bootstrap.

PYTHON ?= python3
BOOTSTRAP := @$(PYTHON) -m deploy.bootstrap
PORT ?= 8420

export PORT

.PHONY: demo demo-reset test chaos check format bench bench-geo bench-life bench-clocks bench-push bench-screens \
	bench-soak bench-long test-long

# Prepares the machine, starts the service on a demo district and plays a hotline; Ctrl-C stops it all.
# make demo PORT=9000 serves elsewhere.
demo:
	$(BOOTSTRAP) demo

# Deletes the demo's data; the next `make demo` starts over.
demo-reset:
	$(BOOTSTRAP) reset demo

# Prepares the machine and runs everything, checks included.
test:
	$(BOOTSTRAP) test

# Breaks everything that can break under load and says what held; writes docs/chaos.md and .local/reports/chaos.json.
# make chaos CHAOS="--scenario wal_full --seed 7 --processes 2" plays one of them again.
chaos:
	$(BOOTSTRAP) chaos

# Format, lint, types, import contracts, the frontend's checks.
check:
	$(BOOTSTRAP) check

# Lets the formatters write.
format:
	$(BOOTSTRAP) format

# Measures; writes docs/bench.md and .local/reports/bench.json.
bench:
	$(BOOTSTRAP) bench

# Measures how well and how quickly places are found; writes docs/geo.md and .local/reports/geo.json.
bench-geo:
	$(BOOTSTRAP) bench-geo

# Measures what an act, a board and a search cost as tickets become many; LIFE_SIZES=1e5,1e7 is the long form.
bench-life:
	$(BOOTSTRAP) bench-life

# Measures what a million running clocks cost; writes docs/clocks.md. CLOCKS=1e5 is quicker.
bench-clocks:
	$(BOOTSTRAP) bench-clocks

# Measures what thousands of sockets hear, how late, at what cost, and how quickly they come back; writes docs/push.md.
# PUSH_SIZES=1000,5000,10000 is the long form.
bench-push:
	$(BOOTSTRAP) bench-push

# Measures the desk in a real browser with 50,000 open tickets: first paint, event to pixels, main thread, memory; some
# eight minutes, writes docs/screens-measured.md. Of a laden machine it says that it was laden.
bench-screens:
	$(BOOTSTRAP) bench-screens

# Measures whether memory stays flat under load that goes on; writes docs/soak.md. SOAK_MINUTES=60 is the long form.
bench-soak:
	$(BOOTSTRAP) bench-soak

# All of it in its long form (10⁷ tickets, 10,000 sockets, an hour of load): 25 GB of disk, some three hours.
bench-long:
	$(BOOTSTRAP) bench-long

# The long forms of what `make test` plays in short: questions nobody asked yet, 10,000 schedules, faults, attacks.
test-long:
	$(BOOTSTRAP) test-long
