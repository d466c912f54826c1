"""
Stage preflight: what has to be right at AWS before a plan there is worth its time. It reads and changes nothing.
"""
