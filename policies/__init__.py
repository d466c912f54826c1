"""
Checks of our own, one class a file; Checkov loads every file of this folder.
"""
