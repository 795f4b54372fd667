"""The Workmen's Compensation Fund of Thailand: the employer alone pays, by the risk of the trade."""
