"""
Starts the work on a batch when its manifest arrives.
"""
