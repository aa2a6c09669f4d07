//! Coordinate reference systems: from what a file or a user states to longitude and
//! latitude on WGS 84 and back, with the accuracy of the shift.
