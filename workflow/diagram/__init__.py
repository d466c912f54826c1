"""
The dataflow graph of a deployment as a picture, drawn from left to right.
"""
