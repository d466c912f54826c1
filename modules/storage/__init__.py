"""
Where data rests.
"""
