"""
Signs what was trained, and lets nothing be deployed that is not signed, approved and unchanged.
"""
