"""
Validates, tokenizes and stamps the events of a stream, one batch an invocation.
"""
