"""
Merges a batch that has passed its rules into the table that people query.
"""
