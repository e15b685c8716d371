package dev.tamias.engine;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.UninstantiableException;
import com.dylibso.chicory.wasm.types.Table;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A table of function references that any module may read, fill, copy and call through. */
final class GuestTable extends TableInstance {

    private @Nullable FuncRef[] refs;

    /**
     * @param table its type; the limits grow with the table
     * @param initial what each element refers to
     */
    GuestTable(Table table, @Nullable FuncRef initial) {
        super(table, FuncRef.NULL);
        refs = new @Nullable FuncRef[(int) table.limits().min()];
        Arrays.fill(refs, initial);
    }

    @Override
    public int size() {
        return refs.length;
    }

    @Override
    public int grow(int size, int value, @Nullable Instance instance) {
        int old = refs.length;
        if (size < 0 || old + (long) size > limits().max()) {
            return -1;
        }
        refs = Arrays.copyOf(refs, old + size);
        Arrays.fill(refs, old, refs.length, FuncRef.of(value, instance));
        limits().grow(size);
        return old;
    }

    private @Nullable FuncRef at(int index) {
        if (index < 0 || index >= refs.length) {
            throw new ChicoryException("undefined element");
        }
        return refs[index];
    }

    /** What {@code table.get} gives. */
    @Override
    public int ref(int index) {
        return FuncRef.numberOf(at(index));
    }

    /** The index of the function to call, in {@link #instance}. */
    @Override
    public int requiredRef(int index) {
        FuncRef ref = at(index);
        if (ref == null) {
            throw new ChicoryException("uninitialized element " + index);
        }
        return ref.function;
    }

    @Override
    public void setRef(int index, int value, @Nullable Instance instance) {
        if (index < 0 || index >= refs.length) {
            throw new UninstantiableException("out of bounds table access");
        }
        refs[index] = FuncRef.of(value, instance);
    }

    /** The instance of the function to call. Chicory's {@code table.copy} asks beyond the end, too. */
    @Override
    public @Nullable Instance instance(int index) {
        FuncRef ref = index < refs.length ? refs[index] : null;
        return ref == null ? null : ref.instance;
    }

    @Override
    public void reset() {
        Arrays.fill(refs, null);
    }
}
