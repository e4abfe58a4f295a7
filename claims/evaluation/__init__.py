"""Compare what the pipeline predicts with what readers marked (gold)."""
