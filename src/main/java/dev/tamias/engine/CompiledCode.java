package dev.tamias.engine;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A module's functions as Java classes, compressed until the JVM asks for them: a large module has
 * hundreds, of which a guest uses few.
 *
 * @param mainClass the class of the machine
 * @param classes compressed class files by their names
 * @param rest the rewritten module without the bodies of the functions that are in the classes; it has
 *     those that are too large for a Java method, which are interpreted
 */
record CompiledCode(String mainClass, Map<String, Compressed> classes, byte[] rest) {

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

    /** What makes a machine for each instance; one class loader serves them all. */
    Function<Instance, Machine> machines() {
        try {
            var made =
                    new Loader(classes)
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

    private static final class Loader extends ClassLoader {

        private final Map<String, Compressed> classes;

        Loader(Map<String, Compressed> classes) {
            super(MemoryAccess.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            Compressed found = classes.get(name);
            if (found == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] file = found.file();
            return defineClass(name, file, 0, file.length);
        }
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(mainClass);
            out.writeInt(rest.length);
            out.write(rest);
            out.writeInt(classes.size());
            for (Map.Entry<String, Compressed> each : classes.entrySet()) {
                out.writeUTF(each.getKey());
                out.writeInt(each.getValue().size());
                out.writeInt(each.getValue().bytes().length);
                out.write(each.getValue().bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What {@link #toBytes} wrote, from an index on. */
    static CompiledCode of(byte[] bytes, int from) {
        var content = new ByteArrayInputStream(bytes, from, bytes.length - from);
        try (DataInputStream in = new DataInputStream(content)) {
            String mainClass = in.readUTF();
            byte[] rest = in.readNBytes(in.readInt());
            Map<String, Compressed> classes = new LinkedHashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                String name = in.readUTF();
                int size = in.readInt();
                classes.put(name, new Compressed(in.readNBytes(in.readInt()), size));
            }
            return new CompiledCode(mainClass, classes, rest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
