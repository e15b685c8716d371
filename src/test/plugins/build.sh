# Builds the plugins for tests of bad input; read by src/plugins/build.
# shellcheck shell=bash disable=SC2154

bindings=$test_sources/bindings
lean_parser=("$here/c/schema.c" "$here/c/bindings/parse.c" "$here/c/bindings/parse_component_type.o")

# The C library's errno is thread-local, which this compiler drops only without bulk memory.
CFLAGS_EXTRA=-mno-bulk-memory OBJECT_SUFFIX=-faulty \
    component "$test_resources/faulty/faulty.wasm" "$test_sources"/faulty/*.c "${lean_parser[@]}"

# Variants of one source, told apart by a definition.
for variant in loop trap grow settings html; do
    CFLAGS_EXTRA=-DSCAN_${variant^^} OBJECT_SUFFIX=-$variant \
        component "$test_resources/scan-$variant/scan-$variant.wasm" \
        "$test_sources/scan/scan.c" "${lean_parser[@]:1}"
done

CFLAGS_EXTRA=-I$bindings/parser-0.2.0 OBJECT_SUFFIX=-0.2.0 \
    component "$test_resources/other-version/other-version.wasm" \
    "$test_sources/scan/scan.c" "$bindings/parser-0.2.0/parse.c" \
    "$bindings/parser-0.2.0/parse_component_type.o"

CFLAGS_EXTRA=-I$bindings/hello component "$test_resources/no-export/no-export.wasm" \
    "$test_sources/hello/hello.c" "$bindings/hello/greeter.c" \
    "$bindings/hello/greeter_component_type.o"

CFLAGS_EXTRA=-I$bindings/echo component "$test_resources/echo/echo.wasm" \
    "$test_sources/echo/echo.c" "$bindings/echo/echo_world.c" \
    "$bindings/echo/echo_world_component_type.o"

mkdir -p "$test_resources/core-module"
clang --target=wasm32-wasi -O2 -nostdlib -Wl,--no-entry -Wl,--strip-all \
    "$test_sources/core-module/add.c" -o "$test_resources/core-module/core-module.wasm"

# A program, unlike a plugin, is a command: it has main and runs once.
mkdir -p "$objects"
for program in program fill waiting world; do
    clang --target=wasm32-wasi -O2 -mno-bulk-memory -Wall -Wextra \
        -c "$test_sources/program/$program.c" -o "$objects/$program.o"
    "$linker" --wasm-ld-path /usr/bin/wasm-ld --wasi-adapter command --gc-sections --strip-all \
        -L/usr/lib/wasm32-wasi -o "$test_resources/../components/$program.wasm" \
        /usr/lib/wasm32-wasi/crt1-command.o "$objects/$program.o" -lc \
        "$(clang --target=wasm32-wasi -print-libgcc-file-name)"
done

component "$test_resources/scripted/scripted.wasm" "$test_sources"/scripted/*.c "${lean_parser[@]}"

CFLAGS_EXTRA=-I$bindings/bytesource OBJECT_SUFFIX=-source \
    component "$test_resources/scripted-source/scripted-source.wasm" \
    "$test_sources/scripted-source/scripted_source.c" "$test_sources/scripted/script.c" \
    "$bindings/bytesource/bytesource.c" "$bindings/bytesource/bytesource_component_type.o"

# A sound parser, and the same with one defect each.
for variant in sound chunks columns default zero excess random clock empty tail prints reads nothing silent last breaks literal \
    later stack constant refusal variable captions endless environ outside; do
    CFLAGS_EXTRA=-DDEFECT_${variant^^} OBJECT_SUFFIX=-$variant \
        component "$test_resources/defective-$variant/defective-$variant.wasm" \
        "$test_sources/defective/defective.c" "${lean_parser[@]}"
done
# A sound one with an allocator of its own.
OBJECT_SUFFIX=-heap component "$test_resources/defective-heap/defective-heap.wasm" \
    "$test_sources"/defective/*.c "${lean_parser[@]}"

# The parser that asks for its environment as a core module, which only an adapter makes a component.
mkdir -p "$test_resources/../workshop"
clang --target=wasm32-wasi -O2 -mexec-model=reactor -Wl,--strip-debug -Wno-unused-parameter \
    -DDEFECT_ENVIRON -I"$here/c" -I"$here/c/bindings" -o "$test_resources/../workshop/core-plugin.wasm" \
    "$test_sources/defective/defective.c" "${lean_parser[@]}"

for variant in sound buffer blocks zero random prints excess; do
    CFLAGS_EXTRA="-DDEFECT_${variant^^} -I$bindings/bytesource" OBJECT_SUFFIX=-$variant \
        component "$test_resources/defective-source-$variant/defective-source-$variant.wasm" \
        "$test_sources/defective-source/defective_source.c" \
        "$bindings/bytesource/bytesource.c" "$bindings/bytesource/bytesource_component_type.o"
done
mkdir -p "$test_resources/defective-title"
cp "$test_resources/defective-sound/defective-sound.wasm" \
    "$test_resources/defective-title/defective-title.wasm"
