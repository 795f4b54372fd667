"""Returns received, assessed, matched with money, corrected; arrears; government shares."""
