"""
The steps of training that run in containers without any network: check the data, train, evaluate.
"""
