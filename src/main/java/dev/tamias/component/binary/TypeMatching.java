package dev.tamias.component.binary;

import dev.tamias.component.type.AnyType;
import dev.tamias.component.type.ExternType;
import dev.tamias.component.type.ExternType.ComponentType;
import dev.tamias.component.type.ExternType.InstanceType;
import dev.tamias.component.type.ResourceId;
import dev.tamias.component.type.TypeBound;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether something can be given where something else is asked for (Explainer.md, "Type Checking"):
 * an instance may export more and a component import less than is asked for; all other types are to
 * be equal. A mismatch is answered as the reason, for a message.
 */
final class TypeMatching {

    private final DecodeState state;
    private final TypeEquality equality;

    TypeMatching(DecodeState state) {
        this.state = state;
        this.equality = new TypeEquality(state);
    }

    /**
     * Null where {@code actual} can be given for {@code wanted}, else why it cannot.
     *
     * @param bound what {@code wanted}'s variables stand for so far; those that {@code wanted}
     *     names are added with the resource types that {@code actual} has in their places
     */
    @Nullable String mismatch(
            ExternType actual, ExternType wanted, Map<ResourceId, ResourceId> bound) {
        bind(actual, wanted, bound);
        return compare(actual, new TypeSubstitution(state, bound).apply(wanted));
    }

    private void bind(
            @Nullable ExternType actual, ExternType wanted, Map<ResourceId, ResourceId> bound) {
        state.work();
        if (!state.facts.of(wanted).resources()) {
            return;
        }
        if (wanted instanceof ExternType.Type bounded
                && bounded.bound() instanceof TypeBound.Resource variable) {
            if (state.resources.isVariable(variable.id())
                    && actual instanceof ExternType.Type given
                    && given.bound() instanceof TypeBound.Resource resource) {
                bound.putIfAbsent(variable.id(), resource.id());
            }
        } else if (wanted instanceof ExternType.Instance asked
                && actual instanceof ExternType.Instance given) {
            asked.type()
                    .exports()
                    .forEach((name, type) -> bind(given.type().exports().get(name), type, bound));
        }
    }

    private @Nullable String compare(ExternType actual, ExternType wanted) {
        if (actual instanceof ExternType.Instance given
                && wanted instanceof ExternType.Instance asked) {
            return compare(given.type(), asked.type());
        }
        if (actual instanceof ExternType.Component given
                && wanted instanceof ExternType.Component asked) {
            return compare(given.type(), asked.type());
        }
        if (actual instanceof ExternType.Module given
                && wanted instanceof ExternType.Module asked) {
            given.type().imports().values().forEach(each -> state.work(each.size()));
            state.work(asked.type().exports().size());
            return CoreMatching.mismatch(given.type(), asked.type());
        }
        if (actual instanceof ExternType.Func given && wanted instanceof ExternType.Func asked) {
            return equality.same(given.type(), asked.type())
                    ? null
                    : "a function of another type is given";
        }
        if (actual instanceof ExternType.Type given && wanted instanceof ExternType.Type asked) {
            return compare(given.bound(), asked.bound());
        }
        return "a " + actual.title() + " is given for a " + wanted.title();
    }

    private @Nullable String compare(InstanceType actual, InstanceType wanted) {
        if (TypeEquality.identical(actual, wanted)) {
            return null;
        }
        return compareAll(actual.exports(), wanted.exports());
    }

    private @Nullable String compareAll(
            Map<String, ExternType> actual, Map<String, ExternType> wanted) {
        for (Map.Entry<String, ExternType> each : wanted.entrySet()) {
            state.work();
            ExternType given = actual.get(each.getKey());
            String reason = given == null ? "is missing" : compare(given, each.getValue());
            if (reason != null) {
                return "its export \"" + each.getKey() + "\": " + reason;
            }
        }
        return null;
    }

    private @Nullable String compare(ComponentType actual, ComponentType wanted) {
        if (TypeEquality.identical(actual, wanted)) {
            return null;
        }
        Map<ResourceId, ResourceId> given = new HashMap<>();
        for (Map.Entry<String, ExternType> each : actual.imports().entrySet()) {
            ExternType offered = wanted.imports().get(each.getKey());
            String reason =
                    offered == null ? "is not expected" : mismatch(offered, each.getValue(), given);
            if (reason != null) {
                return "its import \"" + each.getKey() + "\": " + reason;
            }
        }
        InstanceType made = new TypeSubstitution(state, given).apply(state.made(actual));
        return mismatch(
                new ExternType.Instance(made),
                new ExternType.Instance(state.made(wanted)),
                new HashMap<>());
    }

    private @Nullable String compare(TypeBound actual, TypeBound wanted) {
        if (actual instanceof TypeBound.Resource given
                && wanted instanceof TypeBound.Resource asked) {
            return given.id().equals(asked.id())
                    ? null
                    : "resource type " + given.id() + " is given for " + asked.id();
        }
        if (actual instanceof TypeBound.Equal given && wanted instanceof TypeBound.Equal asked) {
            return same(given.type(), asked.type()) ? null : "another type is given";
        }
        return "a type is given where a resource type is to be, or the reverse";
    }

    private boolean same(AnyType left, AnyType right) {
        if (left instanceof AnyType.Value one && right instanceof AnyType.Value other) {
            return equality.same(one.type(), other.type());
        }
        if (left instanceof AnyType.Func one && right instanceof AnyType.Func other) {
            return equality.same(one.type(), other.type());
        }
        if (left instanceof AnyType.Instance one && right instanceof AnyType.Instance other) {
            return TypeEquality.identical(one.type(), other.type())
                    || mutual(
                            new ExternType.Instance(one.type()),
                            new ExternType.Instance(other.type()));
        }
        if (left instanceof AnyType.Component one && right instanceof AnyType.Component other) {
            return TypeEquality.identical(one.type(), other.type())
                    || mutual(
                            new ExternType.Component(one.type()),
                            new ExternType.Component(other.type()));
        }
        return left.equals(right);
    }

    private boolean mutual(ExternType left, ExternType right) {
        return mismatch(left, right, new HashMap<>()) == null
                && mismatch(right, left, new HashMap<>()) == null;
    }
}
