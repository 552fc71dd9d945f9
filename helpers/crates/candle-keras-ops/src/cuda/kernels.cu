// The kernels beside cuDNN's convolutions, compiled to PTX when the crate is built (build.rs).
//
// Tensors are contiguous `N C H W`; a plane is one channel of one image, H x W values. Every kernel exists for f32
// and bf16 elements and computes in f32; sums over a channel are f32 over at most RUN / THREADS values a thread and
// f64 above that. No atomics: a result is the same in every run.
//
// bf16 is handled as its 16 bits, so that no header has to be found.

#define THREADS 256
// Values of a plane that a block works on at a time.
#define RUN 4096

typedef unsigned short bf16;
typedef unsigned char u8;
typedef long long i64;

__device__ __forceinline__ float load(const float *p) { return *p; }
__device__ __forceinline__ float load(const bf16 *p) { return __uint_as_float((unsigned)*p << 16); }
__device__ __forceinline__ void store(float *p, float value) { *p = value; }
// To the nearest, ties to even; NaN stays NaN.
__device__ __forceinline__ void store(bf16 *p, float value) {
    unsigned bits = __float_as_uint(value);
    if ((bits & 0x7fffffffu) > 0x7f800000u)
        bits |= 0x00400000u;
    else
        bits += 0x7fffu + ((bits >> 16) & 1u);
    *p = (bf16)(bits >> 16);
}

__device__ __forceinline__ float leaky(float value, float slope) { return value >= 0.0f ? value : slope * value; }

// The sums of a block's values, in thread 0; in a fixed order.
__device__ __forceinline__ void block_sums(double &a, double &b) {
    __shared__ double first[THREADS], second[THREADS];
    first[threadIdx.x] = a;
    second[threadIdx.x] = b;
    __syncthreads();
    for (unsigned half = THREADS / 2; half > 0; half /= 2) {
        if (threadIdx.x < half) {
            first[threadIdx.x] += first[threadIdx.x + half];
            second[threadIdx.x] += second[threadIdx.x + half];
        }
        __syncthreads();
    }
    a = first[0];
    b = second[0];
}

// ---- activation -----------------------------------------------------------

template <typename T> __device__ void leaky_relu(const T *x, T *y, float slope, i64 count) {
    for (i64 i = blockIdx.x * (i64)THREADS + threadIdx.x; i < count; i += (i64)gridDim.x * THREADS)
        store(y + i, leaky(load(x + i), slope));
}

template <typename T> __device__ void add_leaky_relu(const T *a, const T *b, T *y, float slope, i64 count) {
    for (i64 i = blockIdx.x * (i64)THREADS + threadIdx.x; i < count; i += (i64)gridDim.x * THREADS)
        store(y + i, leaky(load(a + i) + load(b + i), slope));
}

// From the result: the slope is positive, so its sign is that of the argument.
template <typename T> __device__ void leaky_relu_gradient(const T *y, const T *dy, T *dx, float slope, i64 count) {
    for (i64 i = blockIdx.x * (i64)THREADS + threadIdx.x; i < count; i += (i64)gridDim.x * THREADS) {
        float d = load(dy + i);
        store(dx + i, load(y + i) >= 0.0f ? d : slope * d);
    }
}

// ---- padding --------------------------------------------------

// Grid: planes, parts of a plane of `to`. `to[r, s] = from[r + top, s + left]`, zero outside of `from`: pads where
// top and left are negative, crops where they are positive.
template <typename T>
__device__ void shift(const T *from, T *to, int from_h, int from_w, int to_h, int to_w, int top, int left) {
    const T *in = from + blockIdx.x * ((i64)from_h * from_w);
    T *out = to + blockIdx.x * ((i64)to_h * to_w);
    int end = min((int)(blockIdx.y + 1) * RUN, to_h * to_w);
    for (int i = blockIdx.y * RUN + threadIdx.x; i < end; i += THREADS) {
        int r = i / to_w + top, s = i % to_w + left;
        bool inside = r >= 0 && r < from_h && s >= 0 && s < from_w;
        store(out + i, inside ? load(in + (i64)r * from_w + s) : 0.0f);
    }
}

// ---- batch normalisation --------------------------------------------------

// What a channel is normalised with, and the value before the activation. One function for the forward and the
// backward pass, so that both see the same sign.
struct Normal {
    float mean, inverse, scale, beta;
    __device__ Normal(const float *means, const float *variances, const float *gammas, const float *betas,
                      float epsilon, int channel) {
        mean = means[channel];
        inverse = 1.0f / sqrtf(variances[channel] + epsilon);
        scale = gammas[channel] * inverse;
        beta = betas[channel];
    }
    __device__ float operator()(float x) const { return fmaf(x - mean, scale, beta); }
};

// Grid: channels, parts. Sums of x - shift and of its square, where shift is the channel's first value: the
// variance does not cancel when the mean is far from zero.
template <typename T>
__device__ void moments(const T *x, double *partial, int images, int channels, int plane, int runs) {
    int channel = blockIdx.x;
    float shift = load(x + channel * (i64)plane);
    double sum = 0.0, squares = 0.0;
    for (int task = blockIdx.y; task < images * runs; task += gridDim.y) {
        const T *p = x + ((i64)(task / runs) * channels + channel) * plane;
        int start = task % runs * RUN, end = min(start + RUN, plane);
        float s = 0.0f, q = 0.0f;
        for (int i = start + threadIdx.x; i < end; i += THREADS) {
            float d = load(p + i) - shift;
            s += d;
            q = fmaf(d, d, q);
        }
        sum += s;
        squares += q;
    }
    block_sums(sum, squares);
    if (threadIdx.x == 0) {
        double *out = partial + (channel * (i64)gridDim.y + blockIdx.y) * 2;
        out[0] = sum;
        out[1] = squares;
    }
}

// A thread a channel: means, then biased variances.
template <typename T>
__device__ void finish_moments(const T *x, const double *partial, float *out, int channels, int plane, int parts,
                               double count) {
    int channel = blockIdx.x * THREADS + threadIdx.x;
    if (channel >= channels)
        return;
    double sum = 0.0, squares = 0.0;
    for (int i = 0; i < parts; i++) {
        sum += partial[(channel * (i64)parts + i) * 2];
        squares += partial[(channel * (i64)parts + i) * 2 + 1];
    }
    double mean = sum / count, variance = squares / count - mean * mean;
    out[channel] = (float)((double)load(x + channel * (i64)plane) + mean);
    // Not fmax, which would lose a NaN.
    out[channels + channel] = variance < 0.0 ? 0.0f : (float)variance;
}

// Grid: planes, parts of a plane.
template <typename T>
__device__ void normalize(const T *x, const float *means, const float *variances, const float *gammas,
                          const float *betas, T *y, float epsilon, float slope, int channels, int plane) {
    Normal normal(means, variances, gammas, betas, epsilon, blockIdx.x % channels);
    i64 at = blockIdx.x * (i64)plane;
    int end = min((int)(blockIdx.y + 1) * RUN, plane);
    for (int i = blockIdx.y * RUN + threadIdx.x; i < end; i += THREADS)
        store(y + at + i, leaky(normal(load(x + at + i)), slope));
}

// Grid: channels, parts. With dz the gradient before the activation: sums of dz x_hat (the gradient of gamma) and
// of dz (that of beta).
template <typename T>
__device__ void normalize_sums(const T *x, const T *dy, const float *means, const float *variances,
                               const float *gammas, const float *betas, double *partial, float epsilon, float slope,
                               int images, int channels, int plane, int runs) {
    int channel = blockIdx.x;
    Normal normal(means, variances, gammas, betas, epsilon, channel);
    double dgamma = 0.0, dbeta = 0.0;
    for (int task = blockIdx.y; task < images * runs; task += gridDim.y) {
        i64 at = ((i64)(task / runs) * channels + channel) * plane;
        int start = task % runs * RUN, end = min(start + RUN, plane);
        float g = 0.0f, b = 0.0f;
        for (int i = start + threadIdx.x; i < end; i += THREADS) {
            float value = load(x + at + i), d = load(dy + at + i);
            float dz = normal(value) >= 0.0f ? d : slope * d;
            b += dz;
            g = fmaf(dz, (value - normal.mean) * normal.inverse, g);
        }
        dgamma += g;
        dbeta += b;
    }
    block_sums(dgamma, dbeta);
    if (threadIdx.x == 0) {
        double *out = partial + (channel * (i64)gridDim.y + blockIdx.y) * 2;
        out[0] = dgamma;
        out[1] = dbeta;
    }
}

// Grid: planes, parts of a plane. `sums`: the gradients of gamma, then of beta; `per_count`: 1 / (N H W), or 0 where
// mean and variance are given and no gradient goes through them.
template <typename T>
__device__ void normalize_gradient(const T *x, const T *dy, const float *means, const float *variances,
                                   const float *gammas, const float *betas, const float *sums, T *dx, float epsilon,
                                   float slope, float per_count, int channels, int plane) {
    int channel = blockIdx.x % channels;
    Normal normal(means, variances, gammas, betas, epsilon, channel);
    float mean_dz_x = 0.0f, mean_dz = 0.0f;
    if (per_count > 0.0f) {
        mean_dz_x = sums[channel] * per_count;
        mean_dz = sums[channels + channel] * per_count;
    }
    i64 at = blockIdx.x * (i64)plane;
    int end = min((int)(blockIdx.y + 1) * RUN, plane);
    for (int i = blockIdx.y * RUN + threadIdx.x; i < end; i += THREADS) {
        float value = load(x + at + i), d = load(dy + at + i);
        float dz = normal(value) >= 0.0f ? d : slope * d;
        float x_hat = (value - normal.mean) * normal.inverse;
        store(dx + at + i, normal.scale * (dz - mean_dz - x_hat * mean_dz_x));
    }
}

// ---- sums over channels ---------------------------------------------------

// A thread a channel: the first sums, then the second ones.
extern "C" __global__ void finish_sums(const double *partial, float *out, int channels, int parts) {
    int channel = blockIdx.x * THREADS + threadIdx.x;
    if (channel >= channels)
        return;
    double first = 0.0, second = 0.0;
    for (int i = 0; i < parts; i++) {
        first += partial[(channel * (i64)parts + i) * 2];
        second += partial[(channel * (i64)parts + i) * 2 + 1];
    }
    out[channel] = (float)first;
    out[channels + channel] = (float)second;
}

// ---- max pooling ----------------------------------------------------------

// The sizes of a pooling: picture, result, window, and padding before the picture.
struct Windows {
    int h, w, out_h, out_w, kernel, stride, top, left;
};

// Grid: planes, parts of a plane of the result. A winner is the place `i * kernel + j` in its window, the first in
// reading order on ties; a NaN wins.
template <typename T> __device__ void max_pool(const T *x, T *y, u8 *winners, Windows s) {
    const T *in = x + blockIdx.x * ((i64)s.h * s.w);
    i64 at = blockIdx.x * ((i64)s.out_h * s.out_w);
    int end = min((int)(blockIdx.y + 1) * RUN, s.out_h * s.out_w);
    for (int o = blockIdx.y * RUN + threadIdx.x; o < end; o += THREADS) {
        int row = o / s.out_w * s.stride - s.top, column = o % s.out_w * s.stride - s.left;
        float best = 0.0f;
        int winner = -1;
        for (int i = max(0, -row); i < s.kernel && row + i < s.h; i++)
            for (int j = max(0, -column); j < s.kernel && column + j < s.w; j++) {
                float value = load(in + (i64)(row + i) * s.w + column + j);
                if (winner < 0 || value > best || (value != value && best == best)) {
                    best = value;
                    winner = i * s.kernel + j;
                }
            }
        store(y + at + o, best);
        winners[at + o] = (u8)winner;
    }
}

// Grid: planes, parts of a plane of the picture. Each pixel looks at the windows that it lies in.
template <typename T> __device__ void max_pool_gradient(const T *dy, const u8 *winners, T *dx, Windows s) {
    T *out = dx + blockIdx.x * ((i64)s.h * s.w);
    i64 at = blockIdx.x * ((i64)s.out_h * s.out_w);
    int end = min((int)(blockIdx.y + 1) * RUN, s.h * s.w);
    for (int p = blockIdx.y * RUN + threadIdx.x; p < end; p += THREADS) {
        int r = p / s.w + s.top, c = p % s.w + s.left;
        int last_row = min(r / s.stride, s.out_h - 1), last_column = min(c / s.stride, s.out_w - 1);
        int first_row = max(0, (r - s.kernel + s.stride) / s.stride);
        int first_column = max(0, (c - s.kernel + s.stride) / s.stride);
        float sum = 0.0f;
        for (int row = first_row; row <= last_row; row++)
            for (int column = first_column; column <= last_column; column++) {
                int i = r - row * s.stride, j = c - column * s.stride;
                i64 window = at + (i64)row * s.out_w + column;
                if (i < s.kernel && j < s.kernel && winners[window] == i * s.kernel + j)
                    sum += load(dy + window);
            }
        store(out + p, sum);
    }
}

// ---- entry points: a name for each element type -----------------------------

#define ENTRIES(T, suffix)                                                                                          \
    extern "C" __global__ void leaky_relu_##suffix(const T *x, T *y, float slope, i64 count) {                       \
        leaky_relu(x, y, slope, count);                                                                              \
    }                                                                                                                \
    extern "C" __global__ void add_leaky_relu_##suffix(const T *a, const T *b, T *y, float slope, i64 count) {       \
        add_leaky_relu(a, b, y, slope, count);                                                                       \
    }                                                                                                                \
    extern "C" __global__ void leaky_relu_gradient_##suffix(const T *y, const T *dy, T *dx, float slope,             \
                                                            i64 count) {                                             \
        leaky_relu_gradient(y, dy, dx, slope, count);                                                                \
    }                                                                                                                \
    extern "C" __global__ void shift_##suffix(const T *from, T *to, int from_h, int from_w, int to_h, int to_w,      \
                                              int top, int left) {                                                   \
        shift(from, to, from_h, from_w, to_h, to_w, top, left);                                                      \
    }                                                                                                                \
    extern "C" __global__ void moments_##suffix(const T *x, double *partial, int images, int channels, int plane,    \
                                                int runs) {                                                          \
        moments(x, partial, images, channels, plane, runs);                                                          \
    }                                                                                                                \
    extern "C" __global__ void finish_moments_##suffix(const T *x, const double *partial, float *out, int channels,  \
                                                       int plane, int parts, double count) {                         \
        finish_moments(x, partial, out, channels, plane, parts, count);                                              \
    }                                                                                                                \
    extern "C" __global__ void normalize_##suffix(const T *x, const float *means, const float *variances,            \
                                                  const float *gammas, const float *betas, T *y, float epsilon,      \
                                                  float slope, int channels, int plane) {                            \
        normalize(x, means, variances, gammas, betas, y, epsilon, slope, channels, plane);                           \
    }                                                                                                                \
    extern "C" __global__ void normalize_sums_##suffix(                                                              \
        const T *x, const T *dy, const float *means, const float *variances, const float *gammas,                    \
        const float *betas, double *partial, float epsilon, float slope, int images, int channels, int plane,        \
        int runs) {                                                                                                  \
        normalize_sums(x, dy, means, variances, gammas, betas, partial, epsilon, slope, images, channels, plane,     \
                       runs);                                                                                        \
    }                                                                                                                \
    extern "C" __global__ void normalize_gradient_##suffix(                                                          \
        const T *x, const T *dy, const float *means, const float *variances, const float *gammas,                    \
        const float *betas, const float *sums, T *dx, float epsilon, float slope, float per_count, int channels,     \
        int plane) {                                                                                                 \
        normalize_gradient(x, dy, means, variances, gammas, betas, sums, dx, epsilon, slope, per_count, channels,    \
                           plane);                                                                                   \
    }                                                                                                                \
    extern "C" __global__ void max_pool_##suffix(const T *x, T *y, u8 *winners, int h, int w, int out_h, int out_w,  \
                                                 int kernel, int stride, int top, int left) {                        \
        max_pool(x, y, winners, Windows{h, w, out_h, out_w, kernel, stride, top, left});                             \
    }                                                                                                                \
    extern "C" __global__ void max_pool_gradient_##suffix(const T *dy, const u8 *winners, T *dx, int h, int w,       \
                                                          int out_h, int out_w, int kernel, int stride, int top,     \
                                                          int left) {                                                \
        max_pool_gradient(dy, winners, dx, Windows{h, w, out_h, out_w, kernel, stride, top, left});                  \
    }

ENTRIES(float, f32)
ENTRIES(bf16, bf16)
