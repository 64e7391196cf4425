"""What people and programs see of the desk: they translate, and decide nothing."""
