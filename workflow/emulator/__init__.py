"""
An AWS account on this machine: moto in a process of its own, with IAM enforced.
"""
