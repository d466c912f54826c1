"""
How data comes in.
"""
