package dev.tamias.component.examples;

import dev.tamias.component.Component;
import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.component.abi.ValVisitor;
import dev.tamias.engine.Engine;
import java.io.IOException;

/** A large list read as it lies in the guest's memory, without a value for each of its records. */
final class VisitorExample {

    private VisitorExample() {}

    /** Adds up the ids of those records that have a name of three letters. */
    private static final class OddIds implements ValVisitor {
        private long id;
        private long sum;

        @Override
        public void beginList(int count) {
            System.out.println(count + " rows");
        }

        @Override
        public void u32(long value) {
            id = value;
        }

        @Override
        public void string(String value) {
            sum += value.length() == 3 ? id : 0;
        }
    }

    public static void main(String[] args) throws IOException {
        try (Engine engine = Engine.builder().build();
                Instance instance =
                        new Linker(engine).instantiate(Component.of(engine, Wasm.bytes("rows")))) {
            OddIds odd = new OddIds();
            instance.func("rows").orElseThrow().call(odd, Val.u32(60_000));
            System.out.println(odd.sum);
        }
    }
}
