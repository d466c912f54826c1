"""
Serving of models: a private endpoint for what was released, and the watch over what it answers.
"""
