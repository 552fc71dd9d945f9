// cuDNN's convolutions as its manual defines them, loops over all indices; cuBLAS' product; cuRAND made and unmade.
// Every call is held against what cuDNN asks for: descriptors that were set, sizes that fit, enough scratch memory.
#include "memory.h"
#include <cstdio>
#include <cstring>
#include <cudnn.h>
#include <vector>

namespace {
enum class Kind { Unset, Tensor, Filter };

// Of a tensor (N C H W) or a filter (K C H W).
struct Sizes {
    Kind kind;
    cudnnDataType_t type;
    int d[4];

    size_t count() const { return size_t(d[0]) * d[1] * d[2] * d[3]; }
};

struct Convolution {
    bool set;
    int pad_h, pad_w, stride;
    cudnnMathType_t math;
};

int descriptors = 0;

template <typename D, typename H> cudnnStatus_t create(H *handle) {
    *handle = reinterpret_cast<H>(new D{});
    descriptors++;
    return CUDNN_STATUS_SUCCESS;
}

template <typename D, typename H> cudnnStatus_t destroy(H handle) {
    delete reinterpret_cast<D *>(handle);
    descriptors--;
    return CUDNN_STATUS_SUCCESS;
}

__attribute__((destructor)) void report() {
    if (descriptors != 0)
        std::fprintf(stderr, "emulator: %d cuDNN descriptors left\n", descriptors);
}

const Sizes &tensor(const void *d) {
    auto *sizes = static_cast<const Sizes *>(d);
    if (sizes->kind != Kind::Tensor)
        die("a tensor descriptor that was not set");
    return *sizes;
}

const Sizes &filter(const void *d) {
    auto *sizes = static_cast<const Sizes *>(d);
    if (sizes->kind != Kind::Filter)
        die("a filter descriptor that was not set");
    return *sizes;
}

const Convolution &convolution(const void *d) {
    auto *c = static_cast<const Convolution *>(d);
    if (!c->set)
        die("a convolution descriptor that was not set");
    return *c;
}

// Calls `work(x, w, y)` with the positions of each product: y[..] += x[..] w[..].
template <typename Work>
void products(const Sizes &x, const Sizes &w, const Convolution &c, const Sizes &y, Work work) {
    if (x.type != y.type || x.type != w.type)
        die("a convolution of different types");
    if (x.d[0] != y.d[0] || x.d[1] != w.d[1] || y.d[1] != w.d[0])
        die("a convolution whose batches or channels do not fit");
    if (y.d[2] != (x.d[2] + 2 * c.pad_h - w.d[2]) / c.stride + 1 ||
        y.d[3] != (x.d[3] + 2 * c.pad_w - w.d[3]) / c.stride + 1)
        die("a convolution's result of another size than cuDNN expects");
    for (int n = 0; n < y.d[0]; n++)
        for (int o = 0; o < y.d[1]; o++)
            for (int row = 0; row < y.d[2]; row++)
                for (int column = 0; column < y.d[3]; column++)
                    for (int ch = 0; ch < x.d[1]; ch++)
                        for (int i = 0; i < w.d[2]; i++)
                            for (int j = 0; j < w.d[3]; j++) {
                                int r = row * c.stride + i - c.pad_h, s = column * c.stride + j - c.pad_w;
                                if (r < 0 || s < 0 || r >= x.d[2] || s >= x.d[3])
                                    continue;
                                work(((size_t(n) * x.d[1] + ch) * x.d[2] + r) * x.d[3] + s,
                                     ((size_t(o) * w.d[1] + ch) * w.d[2] + i) * w.d[3] + j,
                                     ((size_t(n) * y.d[1] + o) * y.d[2] + row) * y.d[3] + column);
                            }
}

std::vector<float> read(const Sizes &sizes, const void *p) {
    std::vector<float> values(sizes.count());
    bool half = sizes.type == CUDNN_DATA_BFLOAT16;
    if (room(p) < values.size() * (half ? 2 : 4))
        die("a tensor shorter than its descriptor says");
    for (size_t i = 0; i < values.size(); i++)
        values[i] = half ? from_bf16(static_cast<const uint16_t *>(p)[i]) : static_cast<const float *>(p)[i];
    return values;
}

void write(const Sizes &sizes, void *p, const std::vector<double> &values) {
    bool half = sizes.type == CUDNN_DATA_BFLOAT16;
    if (room(p) < values.size() * (half ? 2 : 4))
        die("a result shorter than its descriptor says");
    for (size_t i = 0; i < values.size(); i++)
        if (half)
            static_cast<uint16_t *>(p)[i] = to_bf16(float(values[i]));
        else
            static_cast<float *>(p)[i] = float(values[i]);
    check_guards();
}

// The algorithm that may be used; the others are offered to be refused.
constexpr int ALGORITHM = 1;

template <typename Perf>
cudnnStatus_t offer(const void *c, int asked, int *count, Perf *list, size_t workspace) {
    if (asked < 3)
        die("room for too few algorithms");
    std::memset(list, 0, 3 * sizeof(Perf));
    for (int i = 0; i < 3; i++)
        list[i].mathType = convolution(c).math;
    list[0].status = CUDNN_STATUS_SUCCESS;
    list[0].determinism = CUDNN_NON_DETERMINISTIC;
    list[1].status = CUDNN_STATUS_NOT_SUPPORTED;
    list[1].determinism = CUDNN_DETERMINISTIC;
    list[2].algo = static_cast<decltype(list[2].algo)>(ALGORITHM);
    list[2].status = CUDNN_STATUS_SUCCESS;
    list[2].determinism = CUDNN_DETERMINISTIC;
    list[2].memory = workspace;
    *count = 3;
    return CUDNN_STATUS_SUCCESS;
}

cudnnStatus_t workspace_size(int algorithm, size_t *bytes, size_t value) {
    if (algorithm != ALGORITHM)
        die("a workspace for an algorithm that is not to be used");
    *bytes = value;
    return CUDNN_STATUS_SUCCESS;
}

void check_call(int algorithm, const void *alpha, const void *beta, void *workspace, size_t bytes, size_t needed) {
    if (algorithm != ALGORITHM)
        die("an algorithm that is not to be used");
    if (*static_cast<const float *>(alpha) != 1.0f || *static_cast<const float *>(beta) != 0.0f)
        die("factors other than 1 and 0");
    if (bytes < needed || (needed > 0 && room(workspace) < needed))
        die("too little scratch memory");
    if (needed > 0)
        std::memset(workspace, 0x55, needed);
}

// Different for each pass, and growing with the input.
size_t forward_workspace(const Sizes &x) { return x.count() + 7; }
constexpr size_t DATA_WORKSPACE = 0, FILTER_WORKSPACE = 33;
} // namespace

extern "C" {
size_t cudnnGetVersion(void) { return CUDNN_VERSION; }
cudnnStatus_t cudnnCreate(cudnnHandle_t *handle) {
    return *handle = reinterpret_cast<cudnnHandle_t>(1), CUDNN_STATUS_SUCCESS;
}
cudnnStatus_t cudnnDestroy(cudnnHandle_t) { return CUDNN_STATUS_SUCCESS; }
cudnnStatus_t cudnnSetStream(cudnnHandle_t, cudaStream_t) { return CUDNN_STATUS_SUCCESS; }

cudnnStatus_t cudnnCreateTensorDescriptor(cudnnTensorDescriptor_t *d) { return create<Sizes>(d); }
cudnnStatus_t cudnnDestroyTensorDescriptor(cudnnTensorDescriptor_t d) { return destroy<Sizes>(d); }
cudnnStatus_t cudnnSetTensor4dDescriptor(cudnnTensorDescriptor_t d, cudnnTensorFormat_t format, cudnnDataType_t type,
                                         int n, int c, int h, int w) {
    if (format != CUDNN_TENSOR_NCHW || (type != CUDNN_DATA_FLOAT && type != CUDNN_DATA_BFLOAT16))
        die("a tensor's format or type");
    *reinterpret_cast<Sizes *>(d) = {Kind::Tensor, type, {n, c, h, w}};
    return CUDNN_STATUS_SUCCESS;
}
cudnnStatus_t cudnnCreateFilterDescriptor(cudnnFilterDescriptor_t *d) { return create<Sizes>(d); }
cudnnStatus_t cudnnDestroyFilterDescriptor(cudnnFilterDescriptor_t d) { return destroy<Sizes>(d); }
cudnnStatus_t cudnnSetFilter4dDescriptor(cudnnFilterDescriptor_t d, cudnnDataType_t type, cudnnTensorFormat_t format,
                                         int k, int c, int h, int w) {
    if (format != CUDNN_TENSOR_NCHW)
        die("a filter's format");
    *reinterpret_cast<Sizes *>(d) = {Kind::Filter, type, {k, c, h, w}};
    return CUDNN_STATUS_SUCCESS;
}
cudnnStatus_t cudnnCreateConvolutionDescriptor(cudnnConvolutionDescriptor_t *d) { return create<Convolution>(d); }
cudnnStatus_t cudnnDestroyConvolutionDescriptor(cudnnConvolutionDescriptor_t d) { return destroy<Convolution>(d); }
cudnnStatus_t cudnnSetConvolution2dDescriptor(cudnnConvolutionDescriptor_t d, int pad_h, int pad_w, int u, int v,
                                              int dilation_h, int dilation_w, cudnnConvolutionMode_t mode,
                                              cudnnDataType_t compute) {
    if (u != v || dilation_h != 1 || dilation_w != 1 || mode != CUDNN_CROSS_CORRELATION || compute != CUDNN_DATA_FLOAT)
        die("another convolution than the network's");
    *reinterpret_cast<Convolution *>(d) = {true, pad_h, pad_w, u, CUDNN_DEFAULT_MATH};
    return CUDNN_STATUS_SUCCESS;
}
cudnnStatus_t cudnnSetConvolutionMathType(cudnnConvolutionDescriptor_t d, cudnnMathType_t math) {
    reinterpret_cast<Convolution *>(d)->math = math;
    return CUDNN_STATUS_SUCCESS;
}

cudnnStatus_t cudnnGetConvolutionForwardAlgorithm_v7(cudnnHandle_t, const cudnnTensorDescriptor_t x,
                                                     const cudnnFilterDescriptor_t, const cudnnConvolutionDescriptor_t c,
                                                     const cudnnTensorDescriptor_t, const int asked, int *count,
                                                     cudnnConvolutionFwdAlgoPerf_t *list) {
    return offer(c, asked, count, list, forward_workspace(tensor(x)));
}
cudnnStatus_t cudnnGetConvolutionBackwardDataAlgorithm_v7(cudnnHandle_t, const cudnnFilterDescriptor_t,
                                                          const cudnnTensorDescriptor_t,
                                                          const cudnnConvolutionDescriptor_t c,
                                                          const cudnnTensorDescriptor_t, const int asked, int *count,
                                                          cudnnConvolutionBwdDataAlgoPerf_t *list) {
    return offer(c, asked, count, list, DATA_WORKSPACE);
}
cudnnStatus_t cudnnGetConvolutionBackwardFilterAlgorithm_v7(cudnnHandle_t, const cudnnTensorDescriptor_t,
                                                            const cudnnTensorDescriptor_t,
                                                            const cudnnConvolutionDescriptor_t c,
                                                            const cudnnFilterDescriptor_t, const int asked, int *count,
                                                            cudnnConvolutionBwdFilterAlgoPerf_t *list) {
    return offer(c, asked, count, list, FILTER_WORKSPACE);
}
cudnnStatus_t cudnnGetConvolutionForwardWorkspaceSize(cudnnHandle_t, const cudnnTensorDescriptor_t x,
                                                      const cudnnFilterDescriptor_t, const cudnnConvolutionDescriptor_t,
                                                      const cudnnTensorDescriptor_t, cudnnConvolutionFwdAlgo_t algorithm,
                                                      size_t *bytes) {
    return workspace_size(algorithm, bytes, forward_workspace(tensor(x)));
}
cudnnStatus_t cudnnGetConvolutionBackwardDataWorkspaceSize(cudnnHandle_t, const cudnnFilterDescriptor_t,
                                                           const cudnnTensorDescriptor_t,
                                                           const cudnnConvolutionDescriptor_t,
                                                           const cudnnTensorDescriptor_t,
                                                           cudnnConvolutionBwdDataAlgo_t algorithm, size_t *bytes) {
    return workspace_size(algorithm, bytes, DATA_WORKSPACE);
}
cudnnStatus_t cudnnGetConvolutionBackwardFilterWorkspaceSize(cudnnHandle_t, const cudnnTensorDescriptor_t,
                                                             const cudnnTensorDescriptor_t,
                                                             const cudnnConvolutionDescriptor_t,
                                                             const cudnnFilterDescriptor_t,
                                                             cudnnConvolutionBwdFilterAlgo_t algorithm, size_t *bytes) {
    return workspace_size(algorithm, bytes, FILTER_WORKSPACE);
}

cudnnStatus_t cudnnConvolutionForward(cudnnHandle_t, const void *alpha, const cudnnTensorDescriptor_t xd, const void *x,
                                      const cudnnFilterDescriptor_t wd, const void *w,
                                      const cudnnConvolutionDescriptor_t c, cudnnConvolutionFwdAlgo_t algorithm,
                                      void *workspace, size_t bytes, const void *beta, const cudnnTensorDescriptor_t yd,
                                      void *y) {
    check_call(algorithm, alpha, beta, workspace, bytes, forward_workspace(tensor(xd)));
    auto xs = read(tensor(xd), x), ws = read(filter(wd), w);
    std::vector<double> sums(tensor(yd).count());
    products(tensor(xd), filter(wd), convolution(c), tensor(yd),
             [&](size_t i, size_t k, size_t o) { sums[o] += double(xs[i]) * ws[k]; });
    write(tensor(yd), y, sums);
    return CUDNN_STATUS_SUCCESS;
}
cudnnStatus_t cudnnConvolutionBackwardData(cudnnHandle_t, const void *alpha, const cudnnFilterDescriptor_t wd,
                                           const void *w, const cudnnTensorDescriptor_t yd, const void *dy,
                                           const cudnnConvolutionDescriptor_t c, cudnnConvolutionBwdDataAlgo_t algorithm,
                                           void *workspace, size_t bytes, const void *beta,
                                           const cudnnTensorDescriptor_t xd, void *dx) {
    check_call(algorithm, alpha, beta, workspace, bytes, DATA_WORKSPACE);
    auto ys = read(tensor(yd), dy), ws = read(filter(wd), w);
    std::vector<double> sums(tensor(xd).count());
    products(tensor(xd), filter(wd), convolution(c), tensor(yd),
             [&](size_t i, size_t k, size_t o) { sums[i] += double(ys[o]) * ws[k]; });
    write(tensor(xd), dx, sums);
    return CUDNN_STATUS_SUCCESS;
}
cudnnStatus_t cudnnConvolutionBackwardFilter(cudnnHandle_t, const void *alpha, const cudnnTensorDescriptor_t xd,
                                             const void *x, const cudnnTensorDescriptor_t yd, const void *dy,
                                             const cudnnConvolutionDescriptor_t c,
                                             cudnnConvolutionBwdFilterAlgo_t algorithm, void *workspace, size_t bytes,
                                             const void *beta, const cudnnFilterDescriptor_t wd, void *dw) {
    check_call(algorithm, alpha, beta, workspace, bytes, FILTER_WORKSPACE);
    auto xs = read(tensor(xd), x), ys = read(tensor(yd), dy);
    std::vector<double> sums(filter(wd).count());
    products(tensor(xd), filter(wd), convolution(c), tensor(yd),
             [&](size_t i, size_t k, size_t o) { sums[k] += double(xs[i]) * ys[o]; });
    write(filter(wd), dw, sums);
    return CUDNN_STATUS_SUCCESS;
}

// cuBLAS and cuRAND, declared here as far as they are called.
int cublasCreate_v2(void **handle) { return *handle = handle, 0; }
int cublasDestroy_v2(void *) { return 0; }
int cublasSetStream_v2(void *, void *) { return 0; }
int cublasSetMathMode(void *, int) { return 0; }
// f32, columns first: c = alpha a b + beta c for each of the batch.
int cublasGemmStridedBatchedEx(void *, int a_transposed, int b_transposed, int m, int n, int k, const void *alpha,
                               const void *a, int, int lda, long long a_stride, const void *b, int, int ldb,
                               long long b_stride, const void *beta, void *c, int, int ldc, long long c_stride,
                               int batch, int, int) {
    const float factor = *static_cast<const float *>(alpha), keep = *static_cast<const float *>(beta);
    for (long long z = 0; z < batch; z++) {
        auto *x = static_cast<const float *>(a) + z * a_stride, *y = static_cast<const float *>(b) + z * b_stride;
        auto *out = static_cast<float *>(c) + z * c_stride;
        for (size_t j = 0; j < size_t(n); j++)
            for (size_t i = 0; i < size_t(m); i++) {
                double sum = 0.0;
                for (size_t p = 0; p < size_t(k); p++)
                    sum += double(x[a_transposed ? i * lda + p : p * lda + i]) *
                           y[b_transposed ? p * ldb + j : j * ldb + p];
                float &o = out[j * ldc + i];
                o = float(factor * sum + (keep != 0.0f ? keep * o : 0.0));
            }
    }
    return 0;
}

int curandCreateGenerator(void **generator, int) { return *generator = generator, 0; }
int curandDestroyGenerator(void *) { return 0; }
int curandSetStream(void *, void *) { return 0; }
int curandSetPseudoRandomGeneratorSeed(void *, unsigned long long) { return 0; }
}
