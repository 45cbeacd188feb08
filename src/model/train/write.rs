//! Writes a file of weights.

use crate::model::format::{MAGIC, VERSION};

/// Sections in the order they are added.
#[derive(Debug, Default)]
pub(super) struct Writer {
    body: Vec<u8>,
    sizes: Vec<String>,
}

impl Writer {
    pub(super) fn section(&mut self, name: [u8; 4], bytes: &[u8]) {
        self.sizes
            .push(format!("{} {}", String::from_utf8_lossy(&name), bytes.len()));
        self.body.extend(name);
        self.body.extend((bytes.len() as u32).to_le_bytes());
        self.body.extend(bytes);
    }

    /// The sections' names and lengths.
    pub(super) fn sizes(&self) -> String {
        self.sizes.join(", ")
    }

    pub(super) fn finish(self) -> Vec<u8> {
        let mut file = MAGIC.to_vec();
        file.extend(VERSION.to_le_bytes());
        file.extend((self.body.len() as u32).to_le_bytes());
        file.extend(self.body);
        file
    }
}

/// Appends a variable-length number.
pub(super) fn number(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Appends a number with a fraction.
pub(super) fn float(bytes: &mut Vec<u8>, value: f32) {
    bytes.extend(value.to_le_bytes());
}
