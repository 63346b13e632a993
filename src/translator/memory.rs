//! How much memory the program takes.

/// How much the program has grown since it had so many bytes resident.
pub(super) fn grown(before: Option<u64>) -> Option<u64> {
    Some(resident()?.saturating_sub(before?))
}

/// Bytes of memory the program takes, where the system tells (proc(5), `VmRSS`).
pub(super) fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.split_whitespace().next()?.parse::<u64>().ok()? << 10)
}
