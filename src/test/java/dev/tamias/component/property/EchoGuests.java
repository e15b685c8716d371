package dev.tamias.component.property;

import dev.tamias.component.Component;
import dev.tamias.component.Instance;
import dev.tamias.component.InstancePre;
import dev.tamias.component.Linker;
import dev.tamias.component.LinkerInstance;
import dev.tamias.component.abi.Resource;
import dev.tamias.component.abi.ResourceType;
import dev.tamias.component.abi.Val;
import dev.tamias.component.binary.CanonicalOptions.StringEncoding;
import dev.tamias.component.type.ValType;
import dev.tamias.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions at random, and instances of the components that have them. */
final class EchoGuests {

    /** Of the handles that are handed around. */
    static final ResourceType RESOURCE = ResourceType.host("r", rep -> {});

    private static final int DEPTH = 3;

    private final Engine engine;
    private final List<EchoFunc> funcs;

    EchoGuests(Engine engine, List<EchoFunc> funcs) {
        this.engine = engine;
        this.funcs = funcs;
    }

    /** Functions of one parameter, of several, of none, and some that are lent handles. */
    static List<EchoFunc> funcs(RandomTypes types, int count) {
        List<EchoFunc> funcs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int params = i % 5 == 4 ? i / 5 % 6 : 1;
            List<ValType> echoed = new ArrayList<>();
            for (int j = 0; j < params; j++) {
                echoed.add(types.type(i % (DEPTH + 1)));
            }
            funcs.add(
                    i % 7 == 6
                            ? EchoFunc.lending(i, echoed, RESOURCE.id(), 1 + i % 3)
                            : EchoFunc.of(i, echoed));
        }
        return funcs;
    }

    List<EchoFunc> funcs() {
        return funcs;
    }

    private Linker linker() {
        Linker linker = new Linker(engine);
        linker.root().resource("r", RESOURCE);
        return linker;
    }

    /** A guest that hands values back. */
    InstancePre echoing(StringEncoding encoding) {
        return linker().instantiatePre(component(EchoComponents.echoing(funcs, encoding)));
    }

    private Component component(byte[] bytes) {
        return Component.of(engine, bytes);
    }

    /** A guest that asks the host to hand values back. */
    InstancePre askingHost(StringEncoding encoding) {
        Linker linker = linker();
        LinkerInstance echo = linker.instance("echo");
        for (EchoFunc each : funcs) {
            echo.func(each.echo(), arguments -> result(each, arguments));
            echo.func(
                    each.give(),
                    arguments -> {
                        throw new UnsupportedOperationException("the host holds nothing");
                    });
        }
        return linker.instantiatePre(component(EchoComponents.asking(funcs, encoding)));
    }

    private static @Nullable Val result(EchoFunc func, List<Val> arguments) {
        int count = func.echoed().size();
        if (count <= 1) {
            return count == 0 ? null : arguments.get(0);
        }
        return new Val.Tuple(List.copyOf(arguments.subList(0, count)));
    }

    /** A guest {@code a} that asks another, {@code b}, within one component. */
    InstancePre asking(StringEncoding asking, StringEncoding echoing) {
        return linker().instantiatePre(component(EchoComponents.both(funcs, asking, echoing)));
    }

    /** A guest that asks another, which the host links to it. */
    InstancePre asking(StringEncoding asking, Instance echoing) {
        Linker linker = linker();
        linker.root().instance("echo", echoing);
        return linker.instantiatePre(component(EchoComponents.asking(funcs, asking)));
    }

    /** What the function is to hand back, handles told by what they stand for. */
    static @Nullable Val expected(EchoFunc func, List<Val> arguments) {
        Val result = result(func, arguments);
        return result == null ? null : named(result);
    }

    /** As {@code value}, each handle in it replaced by its representation. */
    static Val named(Val value) {
        if (value instanceof Val.Handle handle) {
            return Val.s32(handle.resource().rep());
        }
        if (value instanceof Val.ListOf list) {
            return new Val.ListOf(all(list.elements()));
        }
        if (value instanceof Val.Record record) {
            return new Val.Record(all(record.fields()));
        }
        if (value instanceof Val.Tuple tuple) {
            return new Val.Tuple(all(tuple.elements()));
        }
        if (value instanceof Val.Variant variant && variant.payload() != null) {
            return new Val.Variant(variant.index(), named(variant.payload()));
        }
        if (value instanceof Val.Option option && option.value() != null) {
            return new Val.Option(named(option.value()));
        }
        if (value instanceof Val.Result result && result.value() != null) {
            return new Val.Result(result.isOk(), named(result.value()));
        }
        return value;
    }

    private static List<Val> all(List<Val> values) {
        return values.stream().map(EchoGuests::named).toList();
    }

    /** Arguments at random, with a handle lent for each borrow. */
    static List<Val> arguments(EchoFunc func, RandomVals values) {
        List<Val> arguments = new ArrayList<>();
        func.echoed().forEach(each -> arguments.add(values.value(each)));
        func.lent().forEach(each -> arguments.add(Val.handle(Resource.own(RESOURCE, -1))));
        return arguments;
    }
}
