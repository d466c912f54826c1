"""
How many poisoned sets the quarantine gate stops, and how many clean ones it passes, on data made here.
"""
