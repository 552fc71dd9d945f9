// Runs kernels.cu on the CPU: a block is 256 fibers that take turns at every __syncthreads. Kernels are called as CUDA's driver calls
// them, by a grid and pointers to the arguments.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <ucontext.h>
#include <utility>
#include <vector>

#define __device__
#define __global__
#define __forceinline__ inline
#define __shared__ static
using std::max;
using std::min;
static float __uint_as_float(unsigned bits) { float value; memcpy(&value, &bits, 4); return value; }
static unsigned __float_as_uint(float value) { unsigned bits; memcpy(&bits, &value, 4); return bits; }

struct Index { unsigned x, y; };
static Index threadIdx, blockIdx, gridDim;

static ucontext_t scheduler, *current;
static bool finished;
static std::function<void()> body;
static void __syncthreads() { swapcontext(current, &scheduler); }
static void fiber() { body(); finished = true; swapcontext(current, &scheduler); }

#include "kernels.cu"

static void block() {
    static std::vector<std::vector<char>> stacks(THREADS, std::vector<char>(64 << 10));
    std::vector<ucontext_t> fibers(THREADS);
    std::vector<bool> done(THREADS);
    for (int t = 0; t < THREADS; t++) {
        getcontext(&fibers[t]);
        fibers[t].uc_stack.ss_sp = stacks[t].data();
        fibers[t].uc_stack.ss_size = stacks[t].size();
        makecontext(&fibers[t], fiber, 0);
    }
    // One round goes to every thread's next barrier, or to its end.
    for (bool any = true; any;) {
        any = false;
        for (int t = 0; t < THREADS; t++) {
            if (done[t])
                continue;
            threadIdx = {unsigned(t), 0};
            current = &fibers[t];
            finished = false;
            swapcontext(&scheduler, current);
            done[t] = finished;
            any |= !finished;
        }
    }
}

template <class... A> static std::function<void()> call(void (*kernel)(A...), void **arguments) {
    return [=]<size_t... I>(std::index_sequence<I...>) {
        return std::function<void()>([=] { kernel(*(A *)arguments[I]...); });
    }(std::index_sequence_for<A...>{});
}

#define KERNEL(name)                                                                                                  \
    extern "C" void run_##name(unsigned x, unsigned y, void **arguments) {                                            \
        body = call(name, arguments);                                                                                 \
        gridDim = {x, y};                                                                                             \
        for (unsigned i = 0; i < x; i++)                                                                              \
            for (unsigned j = 0; j < y; j++) {                                                                        \
                blockIdx = {i, j};                                                                                    \
                block();                                                                                              \
            }                                                                                                         \
    }
#define BOTH(name) KERNEL(name##_f32) KERNEL(name##_bf16)
BOTH(leaky_relu) BOTH(add_leaky_relu) BOTH(leaky_relu_gradient) BOTH(shift) BOTH(moments) BOTH(finish_moments)
BOTH(normalize) BOTH(normalize_sums) BOTH(normalize_gradient) BOTH(max_pool) BOTH(max_pool_gradient)
KERNEL(finish_sums)
