//! TensorFlow's record format: length, checksum of the length, data, checksum of the data.

use std::io::{self, Write};

use crc::{CRC_32_ISCSI, Crc, Table};

static CRC_32C: Crc<u32, Table<16>> = Crc::<u32, Table<16>>::new(&CRC_32_ISCSI);

/// Records in memory above this many bytes go to the file before another one is taken.
const BUFFER: usize = 1 << 16;

/// The format stores checksums masked: the checksum of data that holds its own checksum would be a constant.
fn masked_crc(data: &[u8]) -> u32 {
    CRC_32C
        .checksum(data)
        .rotate_right(15)
        .wrapping_add(0xa282_ead8)
}

/// A buffered file of records. Readers stop at the first broken record, so one that was written in part, say to a full
/// disk, is completed by the next write before anything else follows.
pub(crate) struct Records<W: Write> {
    file: W,
    waiting: Vec<u8>,
}

impl<W: Write> Records<W> {
    pub(crate) fn new(file: W) -> Self {
        Records {
            file,
            waiting: Vec::new(),
        }
    }

    /// Takes a record. After an error it is not taken, and the file goes on with the one before.
    pub(crate) fn push(&mut self, data: &[u8]) -> io::Result<()> {
        if self.waiting.len() > BUFFER {
            self.flush()?;
        }
        let length = (data.len() as u64).to_le_bytes();
        self.waiting.extend_from_slice(&length);
        self.waiting
            .extend_from_slice(&masked_crc(&length).to_le_bytes());
        self.waiting.extend_from_slice(data);
        self.waiting
            .extend_from_slice(&masked_crc(data).to_le_bytes());
        Ok(())
    }

    pub(crate) fn flush(&mut self) -> io::Result<()> {
        let mut written = 0;
        let outcome = loop {
            let rest = &self.waiting[written..];
            if rest.is_empty() {
                break self.file.flush();
            }
            match self.file.write(rest) {
                Ok(0) => break Err(io::ErrorKind::WriteZero.into()),
                Ok(count) => written += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => break Err(error),
            }
        };
        self.waiting.drain(..written);
        outcome
    }
}

impl<W: Write> Drop for Records<W> {
    fn drop(&mut self) {
        // Nobody is left to hear of an error; who wants to, calls flush before.
        let _ = self.flush();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 3720, appendix B.4, and the check value of the catalogue of CRC algorithms for CRC-32/ISCSI.
    #[test]
    fn checksums_are_the_published_ones() {
        let ascending: Vec<u8> = (0..32).collect();
        assert_eq!(CRC_32C.checksum(&[0; 32]), 0x8a91_36aa);
        assert_eq!(CRC_32C.checksum(&[0xff; 32]), 0x62a8_ab43);
        assert_eq!(CRC_32C.checksum(&ascending), 0x46dd_794e);
        assert_eq!(CRC_32C.checksum(b"123456789"), 0xe306_9283);
    }

    /// `masked_crc32c` of the Python package tensorboard 2.21.0.
    #[test]
    fn masks_are_those_of_tensorboard() {
        assert_eq!(masked_crc(b""), 0xa282_ead8);
        assert_eq!(masked_crc(b"123456789"), 0xc78a_b0e5);
        assert_eq!(masked_crc(&24_u64.to_le_bytes()), 0x224b_7fa3);
    }

    /// A disk that takes five bytes at a time and is full now and then.
    struct Full {
        disk: Vec<u8>,
        calls: usize,
    }

    impl Write for &mut Full {
        fn write(&mut self, data: &[u8]) -> io::Result<usize> {
            self.calls += 1;
            if self.calls.is_multiple_of(3) {
                return Err(io::ErrorKind::StorageFull.into());
            }
            let count = data.len().min(5);
            self.disk.extend_from_slice(&data[..count]);
            Ok(count)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_record_cut_by_a_full_disk_is_completed_later() {
        let mut whole = Vec::new();
        let mut records = Records::new(&mut whole);
        records.push(b"first record").unwrap();
        records.push(b"second").unwrap();
        drop(records);

        let mut full = Full {
            disk: Vec::new(),
            calls: 0,
        };
        let mut records = Records::new(&mut full);
        records.push(b"first record").unwrap();
        assert_eq!(
            records.flush().unwrap_err().kind(),
            io::ErrorKind::StorageFull
        );
        records.push(b"second").unwrap();
        while records.flush().is_err() {}
        drop(records);
        assert_eq!(full.disk, whole);
    }

    #[test]
    fn memory_does_not_grow_with_the_file() {
        let mut records = Records::new(io::sink());
        for _ in 0..100 {
            records.push(&[0; 10_000]).unwrap();
        }
        assert!(
            records.waiting.len() < 2 * BUFFER,
            "{}",
            records.waiting.len()
        );
    }
}
