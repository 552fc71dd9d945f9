// NVIDIA's driver on the CPU, one call after the other: as much of it as cudarc and candle use here. A launch of one
// of kernels.cu's kernels runs that kernel, compiled by the C++ compiler; candle's kernels are in candle.cpp.
#include "memory.h"
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <cuda.h>
#include <map>
#include <mutex>
#include <ucontext.h>
#include <utility>

// In candle.cpp: runs the kernel of that name, false if it does not know it.
bool run_candle_kernel(const std::string &name, void **arguments);

// ---- memory ---------------------------------------------------------------

namespace {
constexpr size_t GUARD = 256;
constexpr int GUARD_BYTE = 0xA5, FRESH_BYTE = 0x7F;
std::recursive_mutex memory_lock;
// Start and size of every allocation.
std::map<uintptr_t, size_t> live;
struct {
    size_t launches, allocations, copies_in, copies_out;
} count;

void check_guards_of(uintptr_t start, size_t bytes) {
    const auto *p = reinterpret_cast<const unsigned char *>(start);
    for (size_t i = 0; i < GUARD; i++)
        if (p[-1 - (ptrdiff_t)i] != GUARD_BYTE || p[bytes + i] != GUARD_BYTE)
            die("something was written beside an allocation");
}
} // namespace

void die(const std::string &what) {
    std::fprintf(stderr, "emulator: %s\n", what.c_str());
    std::abort();
}

void *allocate(size_t bytes) {
    auto *p = static_cast<char *>(std::malloc(bytes + 2 * GUARD));
    std::memset(p, GUARD_BYTE, bytes + 2 * GUARD);
    std::memset(p + GUARD, FRESH_BYTE, bytes);
    std::lock_guard guard(memory_lock);
    live[reinterpret_cast<uintptr_t>(p + GUARD)] = bytes;
    count.allocations++;
    return p + GUARD;
}

void release(void *start) {
    if (!start)
        return;
    std::lock_guard guard(memory_lock);
    auto found = live.find(reinterpret_cast<uintptr_t>(start));
    if (found == live.end())
        die("memory was freed that is not allocated");
    check_guards_of(found->first, found->second);
    live.erase(found);
    std::free(static_cast<char *>(start) - GUARD);
}

void check_guards() {
    std::lock_guard guard(memory_lock);
    for (auto [start, bytes] : live)
        check_guards_of(start, bytes);
}

size_t room(const void *p) {
    std::lock_guard guard(memory_lock);
    auto address = reinterpret_cast<uintptr_t>(p);
    auto after = live.upper_bound(address);
    if (after == live.begin() || address > std::prev(after)->first + std::prev(after)->second)
        die("an address lies in no allocation");
    return std::prev(after)->first + std::prev(after)->second - address;
}

// ---- the kernels of kernels.cu ----------------------------------------------

namespace gpu {
struct Index {
    unsigned x, y, z;
};
Index threadIdx, blockIdx, gridDim;
void __syncthreads();
float __uint_as_float(unsigned bits) {
    float value;
    std::memcpy(&value, &bits, 4);
    return value;
}
unsigned __float_as_uint(float value) {
    unsigned bits;
    std::memcpy(&bits, &value, 4);
    return bits;
}
using std::max;
using std::min;
#undef __device__
#undef __global__
#undef __shared__
#undef __forceinline__
#define __device__
#define __global__
#define __shared__ static
#define __forceinline__ inline
#include "../../candle-keras-ops/src/cuda/kernels.cu"

// The threads of a block take turns at __syncthreads, each on a stack of its own.
using Kernel = void (*)(void **);
ucontext_t scheduler, threads[THREADS];
char stacks[THREADS][32768];
bool ended[THREADS];
Kernel current;
void **current_arguments;

void __syncthreads() { swapcontext(&threads[threadIdx.x], &scheduler); }

void run_thread() {
    current(current_arguments);
    ended[threadIdx.x] = true;
}

void run_block() {
    for (unsigned t = 0; t < THREADS; t++) {
        ended[t] = false;
        getcontext(&threads[t]);
        threads[t].uc_stack.ss_sp = stacks[t];
        threads[t].uc_stack.ss_size = sizeof stacks[t];
        threads[t].uc_link = &scheduler;
        makecontext(&threads[t], run_thread, 0);
    }
    for (unsigned left = THREADS; left > 0;)
        for (unsigned t = 0; t < THREADS; t++)
            if (!ended[t]) {
                threadIdx = {t, 0, 0};
                swapcontext(&scheduler, &threads[t]);
                left -= ended[t];
            }
}

// Takes a kernel's arguments from where the driver's launch points to.
template <auto F> struct Unpack;
template <class... A, void (*F)(A...)> struct Unpack<F> {
    template <size_t... I> static void call(void **a, std::index_sequence<I...>) { F(*static_cast<A *>(a[I])...); }
    static void run(void **a) { call(a, std::index_sequence_for<A...>{}); }
};

struct Entry {
    Kernel run;
    // Whether its threads wait for each other; the others run one after the other.
    bool synchronised;
};
#define KERNEL(name, synchronised) {#name, {&Unpack<name>::run, synchronised}},
#define KERNELS(name, synchronised) KERNEL(name##_f32, synchronised) KERNEL(name##_bf16, synchronised)
const std::map<std::string, Entry> entries = {
    KERNELS(leaky_relu, false) KERNELS(add_leaky_relu, false) KERNELS(leaky_relu_gradient, false)
    KERNELS(add_bias, false) KERNELS(shift, false) KERNELS(moments, true) KERNELS(finish_moments, false)
    KERNELS(normalize, false) KERNELS(normalize_sums, true) KERNELS(normalize_gradient, false)
    KERNELS(totals, true) KERNELS(max_pool, false) KERNELS(max_pool_gradient, false) KERNEL(finish_sums, false)};

void launch(const Entry &entry, Index grid, void **arguments) {
    gridDim = grid;
    current = entry.run;
    current_arguments = arguments;
    for (unsigned y = 0; y < grid.y; y++)
        for (unsigned x = 0; x < grid.x; x++) {
            blockIdx = {x, y, 0};
            if (entry.synchronised)
                run_block();
            else
                for (unsigned t = 0; t < THREADS; t++) {
                    threadIdx = {t, 0, 0};
                    entry.run(arguments);
                }
        }
}
} // namespace gpu

float from_bf16(uint16_t bits) { return gpu::load(&bits); }

uint16_t to_bf16(float value) {
    uint16_t bits;
    gpu::store(&bits, value);
    return bits;
}

size_t Elements::size() const {
    return type == "f64" || type == "i64" ? 8 : type == "f32" || type == "u32" ? 4 : type == "bf16" ? 2 : 1;
}

double Elements::get(size_t i) const {
    const char *p = start + i * size();
    if (room(p) < size())
        die("an element outside of its allocation was read");
    if (type == "f32")
        return *reinterpret_cast<const float *>(p);
    if (type == "bf16")
        return from_bf16(*reinterpret_cast<const uint16_t *>(p));
    if (type == "f64")
        return *reinterpret_cast<const double *>(p);
    if (type == "u32")
        return *reinterpret_cast<const uint32_t *>(p);
    if (type == "i64")
        return static_cast<double>(*reinterpret_cast<const int64_t *>(p));
    return *reinterpret_cast<const uint8_t *>(p);
}

void Elements::set(size_t i, double value) const {
    char *p = start + i * size();
    if (room(p) < size())
        die("an element outside of its allocation was written");
    if (type == "f32")
        *reinterpret_cast<float *>(p) = static_cast<float>(value);
    else if (type == "bf16")
        *reinterpret_cast<uint16_t *>(p) = to_bf16(static_cast<float>(value));
    else if (type == "f64")
        *reinterpret_cast<double *>(p) = value;
    else if (type == "u32")
        *reinterpret_cast<uint32_t *>(p) = static_cast<uint32_t>(value);
    else if (type == "i64")
        *reinterpret_cast<int64_t *>(p) = static_cast<int64_t>(value);
    else
        *reinterpret_cast<uint8_t *>(p) = static_cast<uint8_t>(value);
}

// ---- the driver's functions -------------------------------------------------

namespace {
void need_room(CUdeviceptr p, size_t bytes) {
    if (bytes > room(reinterpret_cast<void *>(p)))
        die("a copy goes beyond its allocation");
}

__attribute__((destructor)) void report() {
    if (count.launches > 0)
        std::fprintf(stderr,
                     "emulator: %zu launches, %zu allocations (%zu left), %zu copies to the GPU, %zu back\n",
                     count.launches, count.allocations, live.size(), count.copies_in, count.copies_out);
}
} // namespace

extern "C" {
CUresult cuInit(unsigned) { return CUDA_SUCCESS; }
CUresult cuDeviceGet(CUdevice *device, int) { return *device = 0, CUDA_SUCCESS; }
CUresult cuDeviceGetCount(int *n) { return *n = 1, CUDA_SUCCESS; }
CUresult cuDeviceGetAttribute(int *value, CUdevice_attribute, CUdevice) { return *value = 1, CUDA_SUCCESS; }
CUresult cuDevicePrimaryCtxRetain(CUcontext *context, CUdevice) {
    return *context = reinterpret_cast<CUcontext>(1), CUDA_SUCCESS;
}
CUresult cuDevicePrimaryCtxRelease_v2(CUdevice) { return CUDA_SUCCESS; }
CUresult cuCtxSetCurrent(CUcontext) { return CUDA_SUCCESS; }
CUresult cuCtxGetCurrent(CUcontext *context) {
    return *context = reinterpret_cast<CUcontext>(1), CUDA_SUCCESS;
}
CUresult cuGetErrorName(CUresult, const char **text) { return *text = "emulated", CUDA_SUCCESS; }
CUresult cuGetErrorString(CUresult, const char **text) { return *text = "emulated", CUDA_SUCCESS; }

CUresult cuMemAllocAsync(CUdeviceptr *p, size_t bytes, CUstream) {
    return *p = reinterpret_cast<CUdeviceptr>(allocate(bytes)), CUDA_SUCCESS;
}
CUresult cuMemFreeAsync(CUdeviceptr p, CUstream) {
    release(reinterpret_cast<void *>(p));
    return CUDA_SUCCESS;
}
CUresult cuMemcpyHtoDAsync_v2(CUdeviceptr to, const void *from, size_t bytes, CUstream) {
    need_room(to, bytes);
    std::memcpy(reinterpret_cast<void *>(to), from, bytes);
    count.copies_in++;
    return CUDA_SUCCESS;
}
CUresult cuMemcpyDtoHAsync_v2(void *to, CUdeviceptr from, size_t bytes, CUstream) {
    need_room(from, bytes);
    std::memcpy(to, reinterpret_cast<void *>(from), bytes);
    count.copies_out++;
    return CUDA_SUCCESS;
}
CUresult cuMemcpyDtoDAsync_v2(CUdeviceptr to, CUdeviceptr from, size_t bytes, CUstream) {
    need_room(to, bytes);
    need_room(from, bytes);
    std::memmove(reinterpret_cast<void *>(to), reinterpret_cast<void *>(from), bytes);
    return CUDA_SUCCESS;
}
CUresult cuMemsetD8Async(CUdeviceptr to, unsigned char value, size_t bytes, CUstream) {
    need_room(to, bytes);
    std::memset(reinterpret_cast<void *>(to), value, bytes);
    return CUDA_SUCCESS;
}
CUresult cuDeviceGetDefaultMemPool(CUmemoryPool *pool, CUdevice) {
    return *pool = reinterpret_cast<CUmemoryPool>(1), CUDA_SUCCESS;
}
CUresult cuMemPoolSetAttribute(CUmemoryPool, CUmemPool_attribute attribute, void *value) {
    if (attribute != CU_MEMPOOL_ATTR_RELEASE_THRESHOLD || *static_cast<uint64_t *>(value) != UINT64_MAX)
        die("another setting of the memory pool than expected");
    return CUDA_SUCCESS;
}

CUresult cuStreamSynchronize(CUstream) {
    check_guards();
    return CUDA_SUCCESS;
}
CUresult cuStreamIsCapturing(CUstream, CUstreamCaptureStatus *status) {
    return *status = CU_STREAM_CAPTURE_STATUS_NONE, CUDA_SUCCESS;
}
CUresult cuStreamWaitEvent(CUstream, CUevent, unsigned) { return CUDA_SUCCESS; }
CUresult cuEventCreate(CUevent *event, unsigned) { return *event = reinterpret_cast<CUevent>(1), CUDA_SUCCESS; }
CUresult cuEventRecord(CUevent, CUstream) { return CUDA_SUCCESS; }
CUresult cuEventDestroy_v2(CUevent) { return CUDA_SUCCESS; }

CUresult cuModuleLoadData(CUmodule *module, const void *image) {
    if (!std::strstr(static_cast<const char *>(image), ".version"))
        die("a module that is not PTX");
    return *module = reinterpret_cast<CUmodule>(1), CUDA_SUCCESS;
}
CUresult cuModuleUnload(CUmodule) { return CUDA_SUCCESS; }
// A function is its name; a few bytes for each use stay behind.
CUresult cuModuleGetFunction(CUfunction *function, CUmodule, const char *name) {
    return *function = reinterpret_cast<CUfunction>(strdup(name)), CUDA_SUCCESS;
}
CUresult cuLaunchKernel(CUfunction function, unsigned grid_x, unsigned grid_y, unsigned grid_z, unsigned block_x,
                        unsigned block_y, unsigned block_z, unsigned, CUstream, void **arguments, void **) {
    static std::mutex one_at_a_time;
    std::lock_guard guard(one_at_a_time);
    count.launches++;
    const std::string name = reinterpret_cast<const char *>(function);
    auto own = gpu::entries.find(name);
    if (own == gpu::entries.end()) {
        if (!run_candle_kernel(name, arguments))
            die("the kernel " + name + " is not emulated");
        return CUDA_SUCCESS;
    }
    if (grid_x == 0 || grid_y == 0 || grid_z != 1 || block_x != THREADS || block_y != 1 || block_z != 1)
        die("a wrong grid or block of " + name);
    gpu::launch(own->second, {grid_x, grid_y, 1}, arguments);
    check_guards();
    return CUDA_SUCCESS;
}
}
