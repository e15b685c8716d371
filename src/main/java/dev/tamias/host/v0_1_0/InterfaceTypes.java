package dev.tamias.host.v0_1_0;

import static dev.tamias.component.type.PrimType.BOOL;
import static dev.tamias.component.type.PrimType.F32;
import static dev.tamias.component.type.PrimType.S16;
import static dev.tamias.component.type.PrimType.S32;
import static dev.tamias.component.type.PrimType.STRING;
import static dev.tamias.component.type.PrimType.U16;
import static dev.tamias.component.type.PrimType.U64;
import static dev.tamias.component.type.PrimType.U8;

import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The types of {@code src/main/wit} in the order of its files: a plugin's functions are held against
 * them before any of them is called.
 */
final class InterfaceTypes {

    // chipmunk:shared

    private static final ValType STRINGS = new ListType(STRING);

    private static final ValType LEVEL =
            new EnumType(List.of("error", "warn", "info", "debug", "trace"));

    private static final ValType VERSION =
            record(field("major", U16), field("minor", U16), field("patch", U16));

    private static final ValType INIT_ERROR =
            variant(
                    some("config", STRING),
                    some("io", STRING),
                    some("unsupported", STRING),
                    some("other", STRING));

    private static final ValType CONFIG_VALUE =
            variant(
                    some("boolean", BOOL),
                    some("integer", S32),
                    some("float", F32),
                    some("text", STRING),
                    some("directories", STRINGS),
                    some("files", STRINGS),
                    some("dropdown", STRING));

    private static final ValType CONFIG_ITEM =
            record(field("id", STRING), field("value", CONFIG_VALUE));

    private static final ValType CONFIG_SCHEMA_TYPE =
            variant(
                    some("boolean", BOOL),
                    some("integer", S32),
                    some("float", F32),
                    some("text", STRING),
                    some("directories", null),
                    some("files", STRINGS),
                    some("dropdown", new TupleType(List.of(STRINGS, STRING))));

    private static final ValType CONFIG_SCHEMA_ITEM =
            record(
                    field("id", STRING),
                    field("title", STRING),
                    field("description", new OptionType(STRING)),
                    field("input-type", CONFIG_SCHEMA_TYPE));

    private static final FuncType GET_VERSION = func(VERSION);
    private static final FuncType GET_CONFIG_SCHEMAS = func(new ListType(CONFIG_SCHEMA_ITEM));

    /** Parsers and byte sources get general settings of one form under two names. */
    private static final FuncType INIT =
            func(
                    new ResultType(null, INIT_ERROR),
                    param("general-configs", record(field("log-level", LEVEL))),
                    param("plugin-configs", new ListType(CONFIG_ITEM)));

    /** The imports of both worlds. */
    static final Map<String, Map<String, FuncType>> IMPORTS =
            Map.of(
                    "chipmunk:shared/logging@0.1.0",
                    Map.of("log", func(null, param("level", LEVEL), param("msg", STRING))),
                    "chipmunk:shared/sandbox@0.1.0",
                    Map.of("temp-directory", func(new ResultType(STRING, STRING))));

    // chipmunk:parser

    private static final ValType ATTACHMENT =
            record(
                    field("name", STRING),
                    field("size", U64),
                    field("created-date", new OptionType(STRING)),
                    field("modified-date", new OptionType(STRING)),
                    field("messages", new ListType(U64)),
                    field("data", new ListType(U8)));

    private static final ValType PARSED_MESSAGE =
            variant(some("line", STRING), some("columns", STRINGS));

    private static final ValType PARSE_YIELD =
            variant(
                    some("message", PARSED_MESSAGE),
                    some("attachment", ATTACHMENT),
                    some(
                            "message-and-attachment",
                            new TupleType(List.of(PARSED_MESSAGE, ATTACHMENT))));

    private static final ValType PARSE_RETURN =
            record(field("value", new OptionType(PARSE_YIELD)), field("consumed", U64));

    private static final ValType PARSE_ERROR =
            variant(
                    some("unrecoverable", STRING),
                    some("parse", STRING),
                    some("incomplete", null),
                    some("eof", null));

    private static final ValType COLUMN_INFO =
            record(field("caption", STRING), field("description", STRING), field("width", S16));

    private static final ValType RENDER_OPTIONS =
            record(
                    field(
                            "columns-options",
                            new OptionType(
                                    record(
                                            field("columns", new ListType(COLUMN_INFO)),
                                            field("min-width", U16),
                                            field("max-width", U16)))));

    /** {@code chipmunk:parser/parser}. */
    static final Map<String, FuncType> PARSER =
            sorted(
                    Map.of(
                            "get-version",
                            GET_VERSION,
                            "get-config-schemas",
                            GET_CONFIG_SCHEMAS,
                            "get-render-options",
                            func(RENDER_OPTIONS),
                            "init",
                            INIT,
                            "parse",
                            func(
                                    new ResultType(new ListType(PARSE_RETURN), PARSE_ERROR),
                                    param("data", new ListType(U8)),
                                    param("timestamp", new OptionType(U64)))));

    // chipmunk:bytesource

    private static final ValType SOURCE_ERROR =
            variant(some("io", STRING), some("unsupported", STRING), some("other", STRING));

    /** {@code chipmunk:bytesource/byte-source}. */
    static final Map<String, FuncType> BYTE_SOURCE =
            sorted(
                    Map.of(
                            "get-version",
                            GET_VERSION,
                            "get-config-schemas",
                            GET_CONFIG_SCHEMAS,
                            "init",
                            INIT,
                            "read",
                            func(
                                    new ResultType(new ListType(U8), SOURCE_ERROR),
                                    param("len", U64))));

    private InterfaceTypes() {}

    private static Map<String, FuncType> sorted(Map<String, FuncType> funcs) {
        return new TreeMap<>(funcs);
    }

    private static RecordType record(RecordType.Field... fields) {
        return new RecordType(Arrays.asList(fields));
    }

    private static RecordType.Field field(String name, ValType type) {
        return new RecordType.Field(name, type);
    }

    private static VariantType variant(VariantType.Case... cases) {
        return new VariantType(Arrays.asList(cases));
    }

    private static VariantType.Case some(String name, @Nullable ValType payload) {
        return new VariantType.Case(name, payload);
    }

    private static FuncType func(@Nullable ValType result, FuncType.Param... params) {
        return new FuncType(Arrays.asList(params), result);
    }

    private static FuncType.Param param(String name, ValType type) {
        return new FuncType.Param(name, type);
    }
}
