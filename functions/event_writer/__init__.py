"""
Writes each message of a queue once, and never an older version over a newer one.
"""
