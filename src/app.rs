//! builds all, runs the loops, stops on a signal.
