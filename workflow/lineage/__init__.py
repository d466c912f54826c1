"""
Lineage of a deployment as OpenLineage events, for catalogs that show where data comes from.
"""
