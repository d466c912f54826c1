"""
Constructs for one logical entity each.
"""
