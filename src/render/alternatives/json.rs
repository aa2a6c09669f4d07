use super::Nearby;
/// Everything, for programs.
pub fn alternatives_json(_nearby: &Nearby<'_>) -> Vec<u8> {
    Vec::new()
}
