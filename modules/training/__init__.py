"""
Training of models: from data that nobody has looked at yet to a model that may be deployed.
"""
