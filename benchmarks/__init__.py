"""
What each stage costs, as ratios within one run.
"""
