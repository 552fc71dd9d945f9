// What candle's kernels compute, for those that the tests come to. Their arguments are named as candle launches them.
#include "memory.h"
#include <cmath>
#include <map>
#include <string>

bool run_candle_kernel(const std::string &name, void **arguments);

namespace {
// Position in memory of the i-th element of a tensor with these dimensions and strides; no dimensions: contiguous.
struct Strided {
    size_t count;
    const size_t *dims, *strides;

    size_t operator()(size_t i) const {
        if (!dims)
            return i;
        size_t at = 0;
        for (size_t d = count; d-- > 0; i /= dims[d])
            at += i % dims[d] * strides[d];
        return at;
    }
};

template <typename T> T argument(void **arguments, int i) { return *static_cast<T *>(arguments[i]); }

// `set`-th strides after the dimensions in the third argument; the second says how many there are.
Strided strided(void **arguments, int info_at, size_t set) {
    auto count = argument<size_t>(arguments, info_at - 1);
    auto *info = argument<const size_t *>(arguments, info_at);
    return {count, info, info + set * count};
}

double scalar(void **arguments, int i, const std::string &type) {
    if (type == "f32")
        return argument<float>(arguments, i);
    if (type == "bf16")
        return from_bf16(argument<uint16_t>(arguments, i));
    if (type == "f64")
        return argument<double>(arguments, i);
    if (type == "u32")
        return argument<uint32_t>(arguments, i);
    return argument<uint8_t>(arguments, i);
}

using Unary = double (*)(double);
using Binary = double (*)(double, double);

const std::map<std::string, Unary> unary = {
    {"ucopy", [](double x) { return x; }},           {"uneg", [](double x) { return -x; }},
    {"uexp", [](double x) { return std::exp(x); }},  {"ulog", [](double x) { return std::log(x); }},
    {"usqr", [](double x) { return x * x; }},        {"usqrt", [](double x) { return std::sqrt(x); }},
    {"urecip", [](double x) { return 1.0 / x; }},
};
const std::map<std::string, Binary> binary = {
    {"badd", [](double x, double y) { return x + y; }},
    {"bsub", [](double x, double y) { return x - y; }},
    {"bmul", [](double x, double y) { return x * y; }},
    {"bdiv", [](double x, double y) { return x / y; }},
    {"bmaximum", [](double x, double y) { return x > y || std::isnan(x) ? x : y; }},
    {"bminimum", [](double x, double y) { return x < y || std::isnan(x) ? x : y; }},
};
const std::map<std::string, Binary> comparison = {
    {"eq", [](double x, double y) { return double(x == y); }}, {"ne", [](double x, double y) { return double(x != y); }},
    {"lt", [](double x, double y) { return double(x < y); }},  {"le", [](double x, double y) { return double(x <= y); }},
    {"gt", [](double x, double y) { return double(x > y); }},  {"ge", [](double x, double y) { return double(x >= y); }},
};

void cast(const std::string &types, void **a) {
    auto split = types.find('_');
    Elements from{types.substr(0, split), argument<char *>(a, 3)}, to{types.substr(split + 1), argument<char *>(a, 4)};
    Strided at = strided(a, 2, 1);
    for (size_t i = 0; i < argument<size_t>(a, 0); i++)
        to.set(i, from.get(at(i)));
}

void reduce(const std::string &operation, const std::string &type, void **a) {
    auto length = argument<size_t>(a, 1), count = argument<size_t>(a, 2);
    Strided at = strided(a, 3, 1);
    Elements from{type, argument<char *>(a, 4)};
    bool index = operation == "argmax";
    Elements to{index ? "u32" : type, argument<char *>(a, 5)};
    size_t total = 1;
    for (size_t d = 0; d < count; d++)
        total *= at.dims[d];
    for (size_t out = 0; out < total / length; out++) {
        double sum = 0.0, best = from.get(at(out * length));
        size_t winner = 0;
        for (size_t i = 0; i < length; i++) {
            double value = from.get(at(out * length + i));
            sum += value;
            if (value > best) {
                best = value;
                winner = i;
            }
        }
        to.set(out, operation == "sum" ? sum : index ? double(winner) : best);
    }
}
} // namespace

bool run_candle_kernel(const std::string &name, void **a) {
    auto last = name.rfind('_');
    if (last == std::string::npos)
        return false;
    const std::string operation = name.substr(0, last), type = name.substr(last + 1);
    if (name.rfind("cast_", 0) == 0) {
        cast(name.substr(5), a);
        return true;
    }
    if (operation == "fast_sum_small" || operation == "fast_sum" || operation == "fast_max" ||
        operation == "fast_argmax") {
        reduce(operation == "fast_sum_small" ? "sum" : operation.substr(5), type, a);
        return true;
    }
    auto size = [&](int i) { return argument<size_t>(a, i); };
    auto at = [&](int i) { return argument<char *>(a, i); };
    if (binary.count(operation) || comparison.count(operation)) {
        bool compares = comparison.count(operation) > 0;
        auto f = compares ? comparison.at(operation) : binary.at(operation);
        Strided left = strided(a, 2, 1), right = strided(a, 2, 2);
        Elements x{type, at(3)}, y{type, at(4)}, out{compares ? "u8" : type, at(5)};
        for (size_t i = 0; i < size(0); i++)
            out.set(i, f(x.get(left(i)), y.get(right(i))));
        return true;
    }
    if (unary.count(operation) || operation == "affine") {
        Strided from = strided(a, 2, 1);
        Elements x{type, at(3)}, out{type, at(4)};
        for (size_t i = 0; i < size(0); i++) {
            double value = x.get(from(i));
            out.set(i, operation == "affine" ? value * scalar(a, 5, type) + scalar(a, 6, type)
                                             : unary.at(operation)(value));
        }
        return true;
    }
    if (operation == "const_set") {
        Strided to = strided(a, 2, 1);
        Elements out{type, at(4)};
        for (size_t i = 0; i < size(0); i++)
            out.set(to(i), scalar(a, 3, type));
        return true;
    }
    if (operation == "copy2d") {
        Elements from{type, at(0)}, to{type, at(1)};
        auto number = [&](int i) { return size_t(argument<uint32_t>(a, i)); };
        for (size_t i = 0; i < number(2); i++)
            for (size_t j = 0; j < number(3); j++)
                to.set(i * number(5) + j, from.get(i * number(4) + j));
        return true;
    }
    if (operation == "where_u8") {
        Strided c = strided(a, 2, 1), t = strided(a, 2, 2), f = strided(a, 2, 3);
        Elements condition{"u8", at(3)}, yes{type, at(4)}, no{type, at(5)}, out{type, at(6)};
        for (size_t i = 0; i < size(0); i++)
            out.set(i, condition.get(c(i)) != 0.0 ? yes.get(t(i)) : no.get(f(i)));
        return true;
    }
    return false;
}
