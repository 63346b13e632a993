//! persons, offices and organisations named in an article; the dated table of office holders.
