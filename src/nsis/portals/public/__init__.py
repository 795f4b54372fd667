"""The public: what the scheme is, and the doors to the other portals."""
