"""
Puts training data that the gate let through where training reads it, with tokens in place of what is sensitive.
"""
