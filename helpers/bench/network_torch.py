"""The network in PyTorch, with Keras' padding and constants."""

import architecture as net
import torch
from torch import nn
from torch.nn import functional as F


def pad_same(x, kernel, stride, value=0.0):
    """`x`, padded where the padding is uneven, and the even padding left for the operation itself."""
    top, bottom = net.same_padding(x.shape[2], kernel, stride)
    left, right = net.same_padding(x.shape[3], kernel, stride)
    if top == bottom == left == right:
        return x, top
    return F.pad(x, (left, right, top, bottom), value=value), 0


class ConvBn(nn.Module):
    def __init__(self, channels, out, kernel, stride, activation=True):
        super().__init__()
        self.conv = nn.Conv2d(channels, out, kernel, stride)
        self.bn = nn.BatchNorm2d(out, eps=net.EPSILON, momentum=1 - net.MOMENTUM)
        self.kernel, self.stride, self.activation = kernel, stride, activation

    def forward(self, x):
        x, padding = pad_same(x, self.kernel, self.stride)
        x = self.bn(F.conv2d(x, self.conv.weight, self.conv.bias, self.stride, padding))
        return F.leaky_relu(x, net.SLOPE, inplace=True) if self.activation else x


class Bottleneck(nn.Module):
    """Up to the residual sum; the activation after it belongs to what follows."""

    def __init__(self, channels, inner, out, stride, projected):
        super().__init__()
        self.a = ConvBn(channels, inner, 1, 1)
        self.b = ConvBn(inner, inner, 3, stride)
        self.c = ConvBn(inner, out, 1, 1, activation=False)
        self.projection = ConvBn(channels, out, 1, stride, activation=False) if projected else None

    def forward(self, x):
        shortcut = x if self.projection is None else self.projection(x)
        return shortcut + self.c(self.b(self.a(x)))


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = ConvBn(3, net.STEM, 3, 2)
        self.blocks = nn.ModuleList(Bottleneck(*block[1:]) for block in net.blocks())
        self.dropout = nn.Dropout(net.DROPOUT)
        self.dense = nn.Linear(net.channels_out(), net.CLASSES)

    def forward(self, x):
        """Logits."""
        x, padding = pad_same(self.stem(x), 3, 2, value=float("-inf"))
        x = F.max_pool2d(x, 3, 2, padding)
        for block in self.blocks:
            # Not in place: Grad-CAM looks at the sum itself.
            x = F.leaky_relu(block(x), net.SLOPE)
        return self.dense(self.dropout(x).mean((2, 3)))

    def take(self, weights):
        """Sets all weights from the arrays of our weights file."""
        tensor = lambda name: torch.from_numpy(weights[name].copy())

        def conv_bn(layer, number):
            bn = f"batch_normalization_{number}"
            layer.conv.weight.data = tensor(f"conv2d_{number}/kernel")
            layer.conv.bias.data = tensor(f"conv2d_{number}/bias")
            layer.bn.weight.data = tensor(f"{bn}/gamma")
            layer.bn.bias.data = tensor(f"{bn}/beta")
            layer.bn.running_mean = tensor(f"{bn}/moving_mean")
            layer.bn.running_var = tensor(f"{bn}/moving_variance")

        conv_bn(self.stem, 1)
        for module, block in zip(self.blocks, net.blocks()):
            number = block[0]
            for offset, layer in enumerate((module.a, module.b, module.c, module.projection)):
                if layer is not None:
                    conv_bn(layer, number + offset)
        self.dense.weight.data = tensor("dense_1/kernel").T.contiguous()
        self.dense.bias.data = tensor("dense_1/bias")
        return self


def load(path):
    return Network().take(net.read_weights(path)).to(memory_format=torch.channels_last)
