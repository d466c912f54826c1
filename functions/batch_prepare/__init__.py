"""
Checks a batch, tokenizes it and puts it where its quality is judged; or puts it into quarantine.
"""
