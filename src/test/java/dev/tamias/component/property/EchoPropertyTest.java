package dev.tamias.component.property;

import dev.tamias.component.Instance;
import dev.tamias.component.abi.Val;
import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.engine.Engine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Values of random types come back as they were: from a guest, from the host through a guest, and from
 * one guest through another, in each pair of encodings.
 */
class EchoPropertyTest {

    private static final int COMPONENTS = 6;
    private static final int FUNCS = 50;
    private static final int VALUES = 3;
    private static final Engine ENGINE = Engine.builder().compiling(false).build();

    private int calls;

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    @Test
    void values_come_back_from_guests_and_through_them_unchanged() {
        Seed seed = Seed.of(20_261_123);
        seed.run(
                random -> {
                    for (int i = 0; i < Seed.times(COMPONENTS); i++) {
                        RandomTypes types = new RandomTypes(random, EchoGuests.RESOURCE);
                        echoAll(new EchoGuests(ENGINE, EchoGuests.funcs(types, FUNCS)), random);
                    }
                });
        System.out.println(calls + " calls");
    }

    private void echoAll(EchoGuests guests, Random random) {
        Map<String, Instance> ways = ways(guests);
        for (EchoFunc func : guests.funcs()) {
            for (int i = 0; i < VALUES; i++) {
                long each = random.nextLong();
                ways.forEach((way, instance) -> echo(func, way, instance, new Random(each)));
            }
        }
    }

    private static Map<String, Instance> ways(EchoGuests guests) {
        Map<String, Instance> ways = new LinkedHashMap<>();
        for (StringEncoding a : StringEncoding.values()) {
            ways.put("host, " + a, guests.echoing(a).instantiate());
            ways.put("host, " + a + ", host", guests.askingHost(a).instantiate());
            for (StringEncoding b : StringEncoding.values()) {
                Instance both = guests.asking(a, b).instantiate();
                ways.put("host, " + a + ", " + b, both.instance("a").orElseThrow());
            }
            Instance echo = ways.get("host, " + a);
            ways.put("host, " + a + " linked", guests.asking(a, echo).instantiate());
        }
        return ways;
    }

    private void echo(EchoFunc func, String way, Instance instance, Random random) {
        RandomVals values = new RandomVals(random, EchoGuests.RESOURCE);
        List<Val> arguments = EchoGuests.arguments(func, values);
        Val expected = EchoGuests.expected(func, arguments);
        Val result = instance.func(func.echo()).orElseThrow().call(arguments.toArray(new Val[0]));
        calls++;
        Val actual = result == null ? null : EchoGuests.named(result);
        if (!Objects.equals(actual, expected)) {
            throw new AssertionError(
                    way + " of " + func.params() + ": " + expected + " came back as " + actual);
        }
    }
}
