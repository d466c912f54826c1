"""
The catalog as pages for a browser: what each blueprint is for, its pictures, and a form that writes a deployment's file.
"""
