"""The network in tf-keras (Keras 2)."""

import architecture as net
from tf_keras import Model, layers


def conv_bn(x, number, out, kernel, stride, activation=True):
    x = layers.Conv2D(out, kernel, strides=stride, padding="same", name=f"conv2d_{number}")(x)
    x = layers.BatchNormalization(
        momentum=net.MOMENTUM, epsilon=net.EPSILON, name=f"batch_normalization_{number}"
    )(x)
    return layers.LeakyReLU(net.SLOPE)(x) if activation else x


def network(size):
    """From `N size size 3` to logits."""
    image = layers.Input((size, size, 3))
    x = conv_bn(image, 1, net.STEM, 3, 2)
    x = layers.MaxPooling2D(3, 2, padding="same")(x)
    for number, _, inner, out, stride, projected in net.blocks():
        y = conv_bn(x, number, inner, 1, 1)
        y = conv_bn(y, number + 1, inner, 3, stride)
        y = conv_bn(y, number + 2, out, 1, 1, activation=False)
        shortcut = conv_bn(x, number + 3, out, 1, stride, activation=False) if projected else x
        x = layers.LeakyReLU(net.SLOPE)(layers.Add()([shortcut, y]))
    x = layers.GlobalAveragePooling2D()(layers.Dropout(net.DROPOUT)(x))
    return Model(image, layers.Dense(net.CLASSES, name="dense_1")(x))


def load(path, size):
    """With the weights of our file."""
    weights, model = net.read_weights(path), network(size)
    for layer in model.layers:
        if layer.name.startswith("conv2d_"):
            # Keras keeps kernels as height, width, in, out.
            kernel = weights[f"{layer.name}/kernel"].transpose(2, 3, 1, 0)
            layer.set_weights([kernel, weights[f"{layer.name}/bias"]])
        elif layer.name.startswith("batch_normalization_"):
            parts = ("gamma", "beta", "moving_mean", "moving_variance")
            layer.set_weights([weights[f"{layer.name}/{part}"] for part in parts])
        elif layer.name == "dense_1":
            layer.set_weights([weights["dense_1/kernel"], weights["dense_1/bias"]])
    assert model.count_params() == net.PARAMETERS, model.count_params()
    return model
