//! who owns an outlet: the dated table and its labels.
