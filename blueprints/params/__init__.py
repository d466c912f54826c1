"""
What a deployment of each blueprint says: the form that a product team fills in.
"""
