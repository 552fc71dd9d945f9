// Memory of the emulated GPU, and typed access to it that stops the program outside of an allocation.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

// Prints what went wrong and stops: a test must not go on after it.
[[noreturn]] void die(const std::string &what);

// Memory between guard bytes, filled with bytes that no computation should read.
void *allocate(size_t bytes);
void release(void *start);
// Stops the program where a byte beside any allocation was written.
void check_guards();
// Bytes from `p` to the end of its allocation.
size_t room(const void *p);

float from_bf16(uint16_t bits);
uint16_t to_bf16(float value);

// Elements of a type that is known by name: f32, bf16, f64, u32, i64, u8.
struct Elements {
    std::string type;
    char *start;

    size_t size() const;
    double get(size_t i) const;
    void set(size_t i, double value) const;
};
