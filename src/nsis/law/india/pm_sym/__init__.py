"""PM Shram Yogi Maan-dhan: a pension for unorganised workers, matched one to one."""
