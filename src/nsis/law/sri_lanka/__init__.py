"""Sri Lanka: provident fund, trust fund and gratuity, in miniature."""
