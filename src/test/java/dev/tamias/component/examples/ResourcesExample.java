package dev.tamias.component.examples;

import dev.tamias.component.Component;
import dev.tamias.component.HostResources;
import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.engine.Engine;
import java.io.IOException;

/**
 * A resource type of the host, with a constructor, a method, a static function and a destructor.
 */
final class ResourcesExample {

    private ResourcesExample() {}

    private static final class Counter {
        private long count;

        Counter(long count) {
            this.count = count;
        }

        long add(long n) {
            count += n;
            return count;
        }
    }

    private static long u32(Val value) {
        return ((Val.U32) value).value();
    }

    public static void main(String[] args) throws IOException {
        HostResources<Counter> counters =
                HostResources.of(
                        "counter",
                        Counter.class,
                        counter -> System.out.println("dropped at " + counter.count));
        try (Engine engine = Engine.builder().build()) {
            Linker linker = new Linker(engine);
            linker.instance("demo:counting/counters")
                    .resource("counter", counters.type())
                    .func("[constructor]counter", in -> counters.own(new Counter(u32(in.get(0)))))
                    .func(
                            "[method]counter.add",
                            in -> Val.u32(counters.get(in.get(0)).add(u32(in.get(1)))))
                    .func(
                            "[static]counter.joined",
                            in -> {
                                long sum = counters.get(in.get(0)).count;
                                sum += counters.get(in.get(1)).count;
                                in.forEach(counters::drop);
                                return counters.own(new Counter(sum));
                            });
            Component counting = Component.of(engine, Wasm.bytes("counting"));
            try (Instance guest = linker.instantiate(counting)) {
                System.out.println(guest.func("run").orElseThrow().call(Val.u32(10)));
                guest.func("keep").orElseThrow().call(Val.u32(77));
                System.out.println(counters.size() + " left");
            }
            System.out.println(counters.size() + " left");
        }
    }
}
