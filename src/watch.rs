//! due feeds → new articles → briefs → store.
