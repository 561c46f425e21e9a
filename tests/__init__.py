"""The tests mirror the apps; e2e/ drives a real browser. `python3 run.py test` runs them all."""
