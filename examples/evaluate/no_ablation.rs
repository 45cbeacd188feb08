//! Parts are only left out of a build with the feature `ablate`.

use std::error::Error;

const ERROR: &str = "nothing can be left out of this build: run it with `--features ablate`";

/// Leaves nothing out.
pub(crate) fn without(_: &str) -> Result<(), Box<dyn Error>> {
    Err(ERROR.into())
}

/// Runs nothing.
pub(crate) fn run(_: &[String]) -> Result<(), Box<dyn Error>> {
    Err(ERROR.into())
}
