"""
Tools for maintainers.
"""
