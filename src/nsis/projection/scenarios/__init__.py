"""The fund under many futures at once: how people live, what they earn, what prices and interest do."""
