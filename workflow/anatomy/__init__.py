"""
A blueprint as CloudFormation users know it: Parameters, Conditions, Resources, Outputs.
"""
