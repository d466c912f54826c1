"""
Who may do what with which store: computed from a canonical plan, and compared with what the dataflow graph declares.
"""
