//! The demo.

use anyhow::Result;

pub fn serve(_port: u16) -> Result<()> {
    anyhow::bail!("not yet")
}
