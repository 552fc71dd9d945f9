//! The messages of an event file. Field numbers are those of TensorBoard's `event.proto`, `summary.proto`,
//! `tensor.proto` and `tensor_shape.proto`.

use crate::wire::Message;

/// The content of a record.
pub(crate) enum Event<'a> {
    /// What version of the format the file has; its first record.
    Version,
    /// A process begins to write at `step`: what is there at or after it is out of date.
    Start { step: u64 },
    /// A value for the dashboard `plugin`.
    Value {
        step: u64,
        tag: &'a str,
        plugin: &'a str,
        tensor: Message,
    },
}

impl Event<'_> {
    /// The message, as of `wall_time` seconds since 1970.
    pub(crate) fn encode(self, wall_time: f64) -> Message {
        let event = Message::default().double(1, wall_time);
        match self {
            Event::Version => event.bytes(3, "brain.Event:2"),
            Event::Start { step } => {
                let start = Message::default().varint(1, 1);
                event.varint(2, step).message(7, start)
            }
            Event::Value {
                step,
                tag,
                plugin,
                tensor,
            } => {
                let metadata = Message::default().message(1, Message::default().bytes(1, plugin));
                let value = Message::default()
                    .bytes(1, tag)
                    .message(9, metadata)
                    .message(8, tensor);
                event
                    .varint(2, step)
                    .message(5, Message::default().message(1, value))
            }
        }
    }
}

/// A scalar tensor of `DT_FLOAT`: TensorBoard's fast reader, the default, shows no scalars of any other type.
pub(crate) fn float(value: f32) -> Message {
    Message::default()
        .varint(1, 1)
        .message(2, shape(&[]))
        .bytes(4, value.to_le_bytes())
}

/// A tensor of `DT_DOUBLE`.
pub(crate) fn doubles(dimensions: &[usize], values: &[f64]) -> Message {
    let content: Vec<u8> = values
        .iter()
        .flat_map(|value| value.to_le_bytes())
        .collect();
    Message::default()
        .varint(1, 2)
        .message(2, shape(dimensions))
        .bytes(4, content)
}

/// A tensor of `DT_STRING`, which holds any bytes; no dimensions, a scalar.
pub(crate) fn strings<'a>(
    dimensions: &[usize],
    values: impl IntoIterator<Item = &'a [u8]>,
) -> Message {
    let tensor = Message::default()
        .varint(1, 7)
        .message(2, shape(dimensions));
    values
        .into_iter()
        .fold(tensor, |tensor, value| tensor.bytes(8, value))
}

fn shape(dimensions: &[usize]) -> Message {
    dimensions.iter().fold(Message::default(), |shape, &size| {
        shape.message(2, Message::default().varint(1, size as u64))
    })
}
