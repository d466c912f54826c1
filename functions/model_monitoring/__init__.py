"""
Looks at what a model was asked and answered, and tells where that has moved away from the day the model was approved.
"""
