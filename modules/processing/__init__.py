"""
What works on data.
"""
