package dev.tamias.component.type;

/** What is known of an imported or exported type (Explainer.md, {@code typebound}). */
public sealed interface TypeBound {

    /** It equals a type that has no identity of its own. */
    record Equal(AnyType type) implements TypeBound {}

    /** It is a resource type: a fresh one where the id is new, a known one where it is not. */
    record Resource(ResourceId id) implements TypeBound {}
}
