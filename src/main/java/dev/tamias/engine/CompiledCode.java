package dev.tamias.engine;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.ChicoryException;
import dev.tamias.engine.binary.SplitSizes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A module's functions as Java classes, compressed until the JVM asks for them: a large module has
 * hundreds, of which a guest uses few.
 *
 * @param mainClass the class of the machine
 * @param classes compressed class files by their names; of a large module they become more
 * @param rest the rewritten module without the bodies of the functions that are in the classes; it has
 *     those that are too large for a Java method, which are interpreted
 * @param lazy compiles the functions that are in none of the classes; null where all are
 */
record CompiledCode(
        String mainClass,
        Map<String, Compressed> classes,
        byte[] rest,
        @Nullable LazyCompiler lazy) {

    /**
     * A class file.
     *
     * @param size its bytes before they were compressed
     */
    record Compressed(byte[] bytes, int size) {

        static Compressed of(byte[] file) {
            Deflater deflater = new Deflater(Deflater.BEST_SPEED);
            try {
                deflater.setInput(file);
                deflater.finish();
                ByteArrayOutputStream out = new ByteArrayOutputStream(file.length / 2 + 64);
                byte[] buffer = new byte[16384];
                while (!deflater.finished()) {
                    out.write(buffer, 0, deflater.deflate(buffer));
                }
                return new Compressed(out.toByteArray(), file.length);
            } finally {
                deflater.end();
            }
        }

        byte[] file() {
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(bytes);
                byte[] file = new byte[size];
                int filled = 0;
                while (filled < size) {
                    int more = inflater.inflate(file, filled, size - filled);
                    if (more == 0) {
                        throw new IllegalStateException("compiled code ends too early");
                    }
                    filled += more;
                }
                return file;
            } catch (DataFormatException e) {
                throw new IllegalStateException("compiled code is damaged", e);
            } finally {
                inflater.end();
            }
        }
    }

    /** Is told how code grows while it runs. */
    interface Growth {
        /** Another class was compiled. */
        void grown();

        /** The exception to throw where functions that are needed now are too large for Java methods. */
        RuntimeException tooLarge(ChicoryException failure);
    }

    /** What makes a machine for each instance; one class loader serves them all. */
    Function<Instance, Machine> machines(Growth growth) {
        try {
            var made =
                    new Loader(this, growth)
                            .loadClass(mainClass)
                            .asSubclass(Machine.class)
                            .getConstructor(Instance.class);
            return instance -> {
                try {
                    return made.newInstance(instance);
                } catch (InvocationTargetException e) {
                    throw Faults.of(e.getCause() == null ? e : e.getCause());
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("compiled code has no machine", e);
        }
    }

    /** The class file of that name; compiled now, where it is of functions that nobody called before. */
    private byte @Nullable [] file(String name, Growth growth) {
        Compressed known = classes.get(name);
        if (known != null) {
            return known.file();
        }
        if (lazy == null || !LazyCompiler.isGroup(name)) {
            return null;
        }
        return Deadline.untimed(() -> compile(lazy, name, growth));
    }

    private byte[] compile(LazyCompiler compiler, String name, Growth growth) {
        try {
            byte[] file = compiler.group(name);
            classes.put(name, Compressed.of(file));
            growth.grown();
            return file;
        } catch (ChicoryException e) {
            throw growth.tooLarge(e);
        }
    }

    private static final class Loader extends ClassLoader {

        static {
            // So that threads which need different groups of functions do not wait for each other.
            registerAsParallelCapable();
        }

        private final CompiledCode code;
        private final Growth growth;

        Loader(CompiledCode code, Growth growth) {
            super(MemoryAccess.class.getClassLoader());
            this.code = code;
            this.growth = growth;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] file = code.file(name, growth);
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, file, 0, file.length);
        }
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(mainClass);
            out.writeInt(rest.length);
            out.write(rest);
            out.writeBoolean(lazy != null);
            if (lazy != null) {
                out.writeInt(lazy.imported());
                write(out, lazy.packed());
            }
            // More may come meanwhile.
            Map<String, Compressed> now = new LinkedHashMap<>(classes);
            out.writeInt(now.size());
            for (Map.Entry<String, Compressed> each : now.entrySet()) {
                out.writeUTF(each.getKey());
                write(out, each.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Compressed file) throws IOException {
        out.writeInt(file.size());
        out.writeInt(file.bytes().length);
        out.write(file.bytes());
    }

    private static Compressed read(DataInputStream in) throws IOException {
        int size = in.readInt();
        return new Compressed(in.readNBytes(in.readInt()), size);
    }

    /**
     * What {@link #toBytes} wrote, from an index on.
     *
     * @param sizes which functions are split that are compiled later
     */
    static CompiledCode of(byte[] bytes, int from, SplitSizes sizes) {
        var content = new ByteArrayInputStream(bytes, from, bytes.length - from);
        try (DataInputStream in = new DataInputStream(content)) {
            String mainClass = in.readUTF();
            byte[] rest = in.readNBytes(in.readInt());
            LazyCompiler lazy = null;
            if (in.readBoolean()) {
                int imported = in.readInt();
                lazy = LazyCompiler.of(read(in), imported, sizes);
            }
            Map<String, Compressed> classes = new ConcurrentHashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                classes.put(in.readUTF(), read(in));
            }
            return new CompiledCode(mainClass, classes, rest, lazy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
