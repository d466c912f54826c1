"""
What pipelines stand on: keys, roles, network, alarms, people.
"""
