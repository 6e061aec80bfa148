"""A plan as a document: read as it is, never repaired, every doubt reported by place."""
