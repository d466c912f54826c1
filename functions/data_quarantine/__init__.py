"""
The gate for new training data: what it lets through is what models may learn from.
"""
