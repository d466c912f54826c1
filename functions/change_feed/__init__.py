"""
Puts every change of a table on a delivery stream, as one line of JSON.
"""
