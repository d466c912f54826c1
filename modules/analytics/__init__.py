"""
How data is queried.
"""
