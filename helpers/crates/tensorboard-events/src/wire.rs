//! Protobuf's wire format, as far as events need it: <https://protobuf.dev/programming-guides/encoding/>.

const VARINT: u64 = 0;
const FIXED_64: u64 = 1;
const LENGTH_DELIMITED: u64 = 2;

/// An encoded message, built field by field.
#[derive(Default)]
pub(crate) struct Message(Vec<u8>);

impl Message {
    pub(crate) fn varint(mut self, field: u64, value: u64) -> Self {
        self.key(field, VARINT);
        self.push_varint(value);
        self
    }

    pub(crate) fn double(mut self, field: u64, value: f64) -> Self {
        self.key(field, FIXED_64);
        self.0.extend_from_slice(&value.to_le_bytes());
        self
    }

    pub(crate) fn bytes(mut self, field: u64, value: impl AsRef<[u8]>) -> Self {
        let value = value.as_ref();
        self.key(field, LENGTH_DELIMITED);
        self.push_varint(value.len() as u64);
        self.0.extend_from_slice(value);
        self
    }

    pub(crate) fn message(self, field: u64, value: Message) -> Self {
        self.bytes(field, value.0)
    }

    pub(crate) fn encoded(&self) -> &[u8] {
        &self.0
    }

    fn key(&mut self, field: u64, wire_type: u64) {
        self.push_varint(field << 3 | wire_type);
    }

    fn push_varint(&mut self, mut value: u64) {
        while value > 0x7f {
            self.0.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.0.push(value as u8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of protobuf.dev/programming-guides/encoding: `Test1`, `Test2` and `Test3`.
    #[test]
    fn messages_are_those_of_the_published_examples() {
        let one = Message::default().varint(1, 150);
        assert_eq!(one.encoded(), [0x08, 0x96, 0x01]);
        let two = Message::default().bytes(2, "testing");
        assert_eq!(
            two.encoded(),
            [0x12, 0x07, b't', b'e', b's', b't', b'i', b'n', b'g']
        );
        let three = Message::default().message(3, one);
        assert_eq!(three.encoded(), [0x1a, 0x03, 0x08, 0x96, 0x01]);
    }

    /// The same page: minus one, as any `int64`, takes ten bytes.
    #[test]
    fn varints_are_as_long_as_they_must_be() {
        let of = |value| {
            let mut message = Message::default();
            message.push_varint(value);
            message.0
        };
        assert_eq!(of(0), [0]);
        assert_eq!(of(127), [0x7f]);
        assert_eq!(of(128), [0x80, 0x01]);
        let minus_one = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01];
        assert_eq!(of(u64::MAX), minus_one);
    }
}
