"""
Incident drills: something bad is done on the embedded AWS, and the deployed configuration has to notice it.
"""
