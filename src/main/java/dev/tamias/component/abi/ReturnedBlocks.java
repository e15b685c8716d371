package dev.tamias.component.abi;

import dev.tamias.component.abi.ReturnedValue.Block;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.ListType;
import dev.tamias.component.type.OptionType;
import dev.tamias.component.type.PrimType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.TupleType;
import dev.tamias.component.type.ValType;
import dev.tamias.component.type.VariantType;
import dev.tamias.engine.CoreMemory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks a value in memory, by its type, and notes the strings and lists in it. The value was lifted
 * before, so that all of it is known to be within the memory.
 */
final class ReturnedBlocks {

    private final CoreMemory memory;
    private final Codecs codecs = new Codecs();
    private final StringBuilder path = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();

    private ReturnedBlocks(CoreMemory memory) {
        this.memory = memory;
    }

    /** The blocks in what a function returned; none where it is no more than a number. */
    static List<Block> of(FuncType type, CoreMemory memory, long[] results) {
        ReturnedBlocks walk = new ReturnedBlocks(memory);
        ValType result = type.result();
        if (result != null
                && walk.codecs.of(result).flatTypes().size() > CallFlattening.MAX_FLAT_RESULTS) {
            walk.value(result, (int) results[0]);
        }
        return walk.blocks;
    }

    private void value(ValType type, int ptr) {
        if (type == PrimType.STRING) {
            range(ptr);
        } else if (type instanceof ListType list) {
            elements(list.element(), ptr);
        } else if (type instanceof RecordType record) {
            int at = ptr;
            for (RecordType.Field field : record.fields()) {
                at = within("." + field.name(), field.type(), at);
            }
        } else if (type instanceof TupleType tuple) {
            int at = ptr;
            for (ValType element : tuple.elements()) {
                at = within("", element, at);
            }
        } else if (type instanceof VariantType variant) {
            List<VariantType.Case> cases = variant.cases();
            List<@Nullable ValType> payloads = new ArrayList<>();
            cases.forEach(each -> payloads.add(each.payload()));
            payload(payloads, cases.stream().map(each -> "." + each.name()).toList(), ptr);
        } else if (type instanceof OptionType option) {
            List<@Nullable ValType> payloads = new ArrayList<>();
            payloads.add(null);
            payloads.add(option.element());
            payload(payloads, List.of("", ""), ptr);
        } else if (type instanceof ResultType result) {
            List<@Nullable ValType> payloads = new ArrayList<>();
            payloads.add(result.ok());
            payloads.add(result.err());
            payload(payloads, List.of("", ".error"), ptr);
        }
    }

    /** Walks a field, and gives where it ends. */
    private int within(String name, ValType type, int after) {
        Codec codec = codecs.of(type);
        int at = (int) Codec.alignTo(after, codec.alignment());
        int length = path.length();
        path.append(name);
        value(type, at);
        path.setLength(length);
        return at + codec.size();
    }

    private void payload(List<@Nullable ValType> payloads, List<String> names, int ptr) {
        int size = CaseCodec.discriminantSize(payloads.size());
        int alignment = 1;
        for (ValType each : payloads) {
            alignment = each == null ? alignment : Math.max(alignment, codecs.of(each).alignment());
        }
        int index = (int) UnsignedInts.read(memory, ptr, size);
        ValType payload = payloads.get(index);
        if (payload != null) {
            within(names.get(index), payload, (int) Codec.alignTo(ptr + size, alignment));
        }
    }

    private void elements(ValType element, int ptr) {
        int length = range(ptr);
        int at = memory.readInt(ptr);
        if (element instanceof PrimType && element != PrimType.STRING) {
            return;
        }
        for (int i = 0; i < length; i++) {
            at = within("[" + i + "]", element, at);
        }
    }

    /** Notes what is pointed to, and gives its length. */
    private int range(int ptr) {
        int length = memory.readInt(ptr + 4);
        if (length != 0) {
            blocks.add(new Block(path.toString(), ptr, memory.readInt(ptr)));
        }
        return length;
    }
}
