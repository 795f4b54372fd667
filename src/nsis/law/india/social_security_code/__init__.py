"""The Code on Social Security 2020: wages, gratuity, the levy on aggregators."""
