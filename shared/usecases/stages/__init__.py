"""What a step of each stage does: one file a stage. A step reads objects, computes in the domain, writes objects."""
