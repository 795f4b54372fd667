"""The contribution-based Social Security Fund of Nepal: four schemes for one contribution of 31 %."""
