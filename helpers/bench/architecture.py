"""The network's layers, their arithmetic, and the weights file, for every peer that builds the network."""

STEM = 64
# Channels of the inner convolutions, channels out, stride of the first block.
STAGES = ((64, 128, 1), (128, 256, 2), (128, 256, 2), (128, 256, 2))
BLOCKS = 3
CLASSES = 4
SLOPE = 0.3
EPSILON = 1e-3
MOMENTUM = 0.99
DROPOUT = 0.2
PARAMETERS = 2_262_660


def blocks():
    """(number of its first convolution, channels in, inner, out, stride, has a projection) of the 12 blocks."""
    number, channels = 2, STEM
    for inner, out, stride in STAGES:
        for block in range(BLOCKS):
            first = block == 0
            yield number, channels, inner, out, stride if first else 1, first
            number += 4 if first else 3
            channels = out


def same_padding(size, kernel, stride):
    """Pixels before and after an axis, as Keras' `padding='same'` has them."""
    total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
    return total // 2, total - total // 2


def forward_flops(size):
    """Multiplications and additions of the convolutions and the dense layer for one image, counted directly."""

    def conv(side, channels, out, kernel, stride):
        side = -(-side // stride)
        return side, 2 * side * side * out * channels * kernel * kernel

    side, total = conv(size, 3, STEM, 3, 2)
    side = -(-side // 2)
    for _, channels, inner, out, stride, projected in blocks():
        _, a = conv(side, channels, inner, 1, 1)
        after, b = conv(side, inner, inner, 3, stride)
        _, c = conv(after, inner, out, 1, 1)
        projection = conv(side, channels, out, 1, stride)[1] if projected else 0
        total += a + b + c + projection
        side = after
    return total + 2 * channels_out() * CLASSES


def channels_out():
    return STAGES[-1][1]


def read_weights(path):
    """The arrays of a safetensors file by name, in single precision; the file may hold half precision."""
    from safetensors.numpy import load_file

    return {name: array.astype("float32") for name, array in load_file(path).items()}
