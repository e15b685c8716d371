package dev.tamias.component.examples;

import dev.tamias.component.Component;
import dev.tamias.component.Func;
import dev.tamias.component.Instance;
import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.component.type.EnumType;
import dev.tamias.component.type.FlagsType;
import dev.tamias.component.type.RecordType;
import dev.tamias.component.type.VariantType;
import dev.tamias.engine.Engine;
import java.io.IOException;
import java.util.Map;

/** Values of types with names: the factories take the type of the parameter and the names in it. */
final class ValExample {

    private ValExample() {}

    public static void main(String[] args) throws IOException {
        try (Engine engine = Engine.builder().build();
                Instance shapes =
                        new Linker(engine)
                                .instantiate(Component.of(engine, Wasm.bytes("shapes")))) {
            Func area = shapes.func("area").orElseThrow();
            VariantType shape = (VariantType) area.type().params().get(0).type();
            Val rectangle = Val.variant(shape, "rectangle", Val.tuple(Val.f64(2.5), Val.f64(4)));
            System.out.println(area.call(rectangle));

            Func moved = shapes.func("moved").orElseThrow();
            RecordType point = (RecordType) moved.type().params().get(0).type();
            Val start = Val.record(point, Map.of("x", Val.s32(1), "y", Val.s32(-1)));
            Val.Record end = (Val.Record) moved.call(start, Val.s32(10));
            for (int i = 0; i < point.fields().size(); i++) {
                System.out.println(point.fields().get(i).name() + " = " + end.fields().get(i));
            }

            Func plain = shapes.func("plain").orElseThrow();
            EnumType color = (EnumType) plain.type().params().get(0).type();
            FlagsType style = (FlagsType) plain.type().params().get(1).type();
            System.out.println(
                    plain.call(Val.enumCase(color, "green"), Val.flags(style, "bold", "wide")));
            try {
                Val.enumCase(color, "mauve");
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
