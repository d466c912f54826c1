"""
How strong the gate is: plausible weakenings of every deployment, and which of them it notices.
"""
