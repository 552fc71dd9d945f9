"""tf-keras' side: `peer_keras.py tf-keras <work>`."""

import os
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import network_keras
import numpy
import tensorflow as tf
import tf_keras
import turns

WEIGHTS = os.environ["BENCH_WEIGHTS"]
VERSIONS = {"TensorFlow": tf.__version__, "tf-keras": tf_keras.__version__}


def images(count, size):
    return tf.random.stateless_uniform((count, size, size, 3), (1, 2), -0.5, 0.5)


def inference(batch):
    network, x = network_keras.load(WEIGHTS, 650), images(batch, 650)
    run = tf.function(lambda x: tf.nn.softmax(network(x, training=False)))
    return lambda: run(x).numpy()


def loss_of(network, x, targets):
    logits = network(x, training=True)
    losses = tf.nn.sparse_softmax_cross_entropy_with_logits(targets, logits)
    return tf.reduce_mean(losses)


def training(size):
    network, x = network_keras.load(WEIGHTS, size), images(4, size)
    targets = tf.range(4)
    optimizer = tf_keras.optimizers.SGD(0.01)
    optimizer.build(network.trainable_variables)

    @tf.function
    def run():
        with tf.GradientTape() as tape:
            loss = loss_of(network, x, targets)
        variables = network.trainable_variables
        optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        return loss

    return lambda: run().numpy()


def augmentation():
    """Batches of the tutorial's augmented images from images in memory, made by worker processes."""
    from tf_keras.preprocessing.image import ImageDataGenerator, img_to_array, load_img
    from tf_keras.utils import OrderedEnqueuer

    files = sorted(os.environ["BENCH_IMAGES"].split(os.pathsep))
    x = numpy.stack([img_to_array(load_img(file, target_size=(650, 650))) for file in files])
    generator = ImageDataGenerator(
        rescale=1.0 / 255,
        samplewise_center=True,
        rotation_range=10,
        width_shift_range=0.2,
        height_shift_range=0.2,
        zoom_range=0.2,
    )
    batches, skipped = int(os.environ["BENCH_BATCHES"]), int(os.environ["BENCH_SKIPPED"])

    def step():
        # Anew in every turn: workers must not fill their queue in the others' time.
        flow = generator.flow(x, numpy.zeros(len(x)), batch_size=4, shuffle=True, seed=1)
        workers = OrderedEnqueuer(flow, use_multiprocessing=True)
        workers.start(workers=turns.threads(), max_queue_size=4)
        stream = workers.get()
        for _ in range(skipped):
            next(stream)
        start = time.perf_counter()
        for _ in range(batches):
            next(stream)
        seconds = time.perf_counter() - start
        workers.stop()
        return seconds / (batches * 4)

    return step


def check():
    """As `peer_torch.check`."""
    x = numpy.fromfile(os.environ["BENCH_CHECK"], "<f4").reshape(4, 3, 128, 128)
    x = tf.constant(x.transpose(0, 2, 3, 1))
    network = network_keras.load(WEIGHTS, 128)
    probabilities = tf.nn.softmax(network(x, training=False)).numpy()
    for layer in network.layers:
        if isinstance(layer, tf_keras.layers.Dropout):
            layer.rate = 0.0
    watched = ["conv2d_1", "conv2d_20", "dense_1"]
    watched = [network.get_layer(name).kernel for name in watched]
    with tf.GradientTape() as tape:
        loss = loss_of(network, x, tf.range(4))
    gradients = [float(tf.norm(g)) for g in tape.gradient(loss, watched)]
    turns.answer(
        {
            "probabilities": probabilities.flatten().tolist(),
            "loss": float(loss),
            "gradients": gradients,
        }
    )


def main(_, work):
    tf.config.threading.set_intra_op_parallelism_threads(turns.threads())
    tf.config.threading.set_inter_op_parallelism_threads(turns.threads())
    name, _, size = work.partition("-")
    if name == "check":
        return check()
    if name == "inference":
        step = inference(int(size))
    elif name == "train":
        step = training(int(size))
    elif name == "augment":
        step = augmentation()
    else:
        sys.exit(f"unknown work {work}")
    turns.serve(step, VERSIONS)


if __name__ == "__main__":
    main(*sys.argv[1:])
