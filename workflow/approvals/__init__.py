"""
Waivers and consents as people handle them: listed over all deployments, and written into a deployment file.
"""
