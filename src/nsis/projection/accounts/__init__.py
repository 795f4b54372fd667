"""What a scheme's lines come to: accounts by branch, indicators, premiums, financing, what changes them."""
