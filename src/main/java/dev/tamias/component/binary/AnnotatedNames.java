package dev.tamias.component.binary;

import dev.tamias.component.type.BorrowType;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.FuncType;
import dev.tamias.component.type.OwnType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.component.type.ResultType;
import dev.tamias.component.type.ValType;
import org.jspecify.annotations.Nullable;

/**
 * What {@code [constructor]}, {@code [method]} and {@code [static]} in a name ask of the type
 * (Binary.md, "Import and Export Definitions"). The resource type is to be mentioned under the very
 * name that the annotation has: another name of the same type does not do.
 */
final class AnnotatedNames {

    private AnnotatedNames() {}

    static void check(int offset, String name, ExternType type, NameSpace names) {
        if (!name.startsWith("[")) {
            return;
        }
        if (!(type instanceof ExternType.Func func)) {
            throw BrokenRule.invalid(
                    offset, "\"" + name + "\" is annotated as a function and is a " + type.title());
        }
        String rest = name.substring(name.indexOf(']') + 1);
        int dot = rest.indexOf('.');
        String label = dot < 0 ? rest : rest.substring(0, dot);
        ResourceId resource = names.resource(label);
        if (resource == null) {
            throw BrokenRule.invalid(
                    offset, "\"" + name + "\" has no resource type \"" + label + "\" before it");
        }
        if (name.startsWith("[constructor]") && !constructs(func.type().result(), resource)) {
            throw BrokenRule.invalid(
                    offset, "\"" + name + "\" does not return an own<" + label + ">");
        }
        if (name.startsWith("[method]") && !takesSelf(func.type(), resource)) {
            throw BrokenRule.invalid(
                    offset, "\"" + name + "\" does not take self: borrow<" + label + "> first");
        }
    }

    private static boolean constructs(@Nullable ValType result, ResourceId resource) {
        ValType made = result instanceof ResultType fallible ? fallible.ok() : result;
        return made instanceof OwnType own && TypeEquality.identical(own.resource(), resource);
    }

    private static boolean takesSelf(FuncType type, ResourceId resource) {
        if (type.params().isEmpty()) {
            return false;
        }
        FuncType.Param first = type.params().get(0);
        return first.name().equals("self")
                && first.type() instanceof BorrowType borrow
                && TypeEquality.identical(borrow.resource(), resource);
    }
}
