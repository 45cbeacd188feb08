//! The file of weights: a head of magic, version and length, then named sections.
//!
//! Numbers are variable-length: seven bits a byte, low ones first.

/// What a file of weights starts with.
pub(crate) const MAGIC: &[u8; 8] = b"XCHKWTS\n";
/// The version of the format that this code reads.
pub(crate) const VERSION: u32 = 2;

/// A cursor over bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'b> {
    bytes: &'b [u8],
}

impl<'b> Reader<'b> {
    /// Checks the head of a file of weights.
    pub(crate) fn open(bytes: &'b [u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (version, rest) = rest.split_first_chunk()?;
        let (length, rest) = rest.split_first_chunk()?;
        let whole =
            u32::from_le_bytes(*version) == VERSION && u32::from_le_bytes(*length) as usize == rest.len();
        whole.then_some(Self { bytes: rest })
    }

    /// The next section, which has to have this name.
    pub(crate) fn section(&mut self, name: [u8; 4]) -> Option<Reader<'b>> {
        let (length, rest) = self.bytes.strip_prefix(&name)?.split_first_chunk()?;
        let (section, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        self.bytes = rest;
        Some(Reader { bytes: section })
    }

    /// All that is left, as text.
    pub(crate) fn text(self) -> Option<&'b str> {
        std::str::from_utf8(self.bytes).ok()
    }

    /// The next byte.
    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (&byte, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(byte)
    }

    /// The next variable-length number.
    pub(crate) fn number(&mut self) -> Option<u32> {
        let (mut number, mut shift) = (0_u32, 0);
        loop {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    }

    /// The next number with a fraction; `None` if it is none or too large to count with.
    pub(crate) fn float(&mut self) -> Option<f32> {
        let (bytes, rest) = self.bytes.split_first_chunk()?;
        self.bytes = rest;
        Some(f32::from_le_bytes(*bytes)).filter(|x| x.abs() < 1e6)
    }
}
