"""One write each: keyword-only arguments, the transaction inside."""
