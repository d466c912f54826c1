"""
Answers requests with a released model.
"""
