"""
Puts approved rows into the feature group, so that a model is asked with the very values that it can learn from.
"""
