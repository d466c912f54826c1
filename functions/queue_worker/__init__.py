"""
Works on the messages of a queue in a container that holds no state, and writes what it makes of each into a bucket.
"""
