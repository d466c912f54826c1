"""
What a plan changes about data and its protection, which Checkov cannot see: it looks at what will be, and not at what was.
"""
