"""India: provident fund and pension, State insurance, the Code on Social Security, informal pensions."""
