package dev.tamias.cli.wast;

import dev.tamias.component.Linker;
import dev.tamias.component.LinkerInstance;
import dev.tamias.component.abi.Resource;
import dev.tamias.component.abi.ResourceType;
import dev.tamias.component.abi.Val;
import dev.tamias.component.type.BorrowType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.FuncType.Param;
import dev.tamias.component.type.OwnType;
import dev.tamias.component.type.PrimType;
import dev.tamias.component.type.ValType;
import dev.tamias.engine.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What component scripts import from their host: functions that return fixed values, a core module,
 * and resources whose drops are counted. Each script has one of its own.
 */
final class SpectestHost {

    private final ResourceType resource1 = ResourceType.host("resource1", this::dropped);
    private final ResourceType resource2 = ResourceType.host("resource2", rep -> {});
    private final ValType own = new OwnType(resource1.id());
    private final ValType borrow = new BorrowType(resource1.id());
    private long drops;
    private long lastDrop;

    private SpectestHost() {}

    private void dropped(int rep) {
        drops++;
        lastDrop = Integer.toUnsignedLong(rep);
    }

    static void add(Linker linker) {
        // Where scripts name a parameter as they like, the function takes its import's type.
        linker.root()
                .func("host-echo-u32", in -> in.get(0))
                .func("host-return-two", returning(PrimType.U32), in -> Val.u32(2));
        LinkerInstance instance = linker.instance("host");
        instance.func("return-three", returning(PrimType.U32), in -> Val.u32(3))
                .func("return-hi", returning(PrimType.STRING), in -> Val.string("hi"))
                .module("simple-module", HostModule.of("simple-module.wasm"))
                .instance("nested")
                .func("return-four", returning(PrimType.U32), in -> Val.u32(4));
        new SpectestHost().addResources(instance);
    }

    private static FuncType returning(@Nullable ValType result, Param... params) {
        return new FuncType(List.of(params), result);
    }

    private static FuncType taking(Param... params) {
        return returning(null, params);
    }

    private void addResources(LinkerInstance instance) {
        Param self = new Param("self", borrow);
        instance.resource("resource1", resource1)
                .resource("resource1-again", resource1)
                .resource("resource2", resource2)
                .func(
                        "[constructor]resource1",
                        returning(own, new Param("r", PrimType.U32)),
                        in -> Val.handle(Resource.own(resource1, rep(in.get(0)))))
                .func(
                        "[static]resource1.assert",
                        taking(new Param("r", own), new Param("rep", PrimType.U32)),
                        in -> requireRep(held(in, 0, true), in.get(1)))
                .func(
                        "[static]resource1.last-drop",
                        returning(PrimType.U32),
                        in -> Val.u32(lastDrop))
                .func("[static]resource1.drops", returning(PrimType.U32), in -> Val.u32(drops))
                .func("[method]resource1.simple", in -> requireRep(held(in, 0, false), in.get(1)))
                .func(
                        "[method]resource1.take-borrow",
                        taking(self, new Param("b", borrow)),
                        in -> takeTwo(in, false))
                .func(
                        "[method]resource1.take-own",
                        taking(self, new Param("b", own)),
                        in -> takeTwo(in, true));
    }

    private static int rep(Val value) {
        return (int) ((Val.U32) value).value();
    }

    private static Resource held(List<Val> in, int index, boolean owned) {
        Resource resource = ((Val.Handle) in.get(index)).resource();
        Rule.trapIf(resource.owned() != owned, resource + " is handed over and owned is " + owned);
        return resource;
    }

    private static @Nullable Val requireRep(Resource resource, Val expected) {
        Rule.trapIf(resource.rep() != rep(expected), resource + " is not " + rep(expected));
        return null;
    }

    private static @Nullable Val takeTwo(List<Val> in, boolean secondOwned) {
        held(in, 0, false);
        held(in, 1, secondOwned);
        return null;
    }
}
