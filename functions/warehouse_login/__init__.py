"""
Gives the user of the database as which reports are read a new password, on behalf of Secrets Manager.
"""
