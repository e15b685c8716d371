package dev.tamias.component.type;

/**
 * A resource type as a component's text knows it: a variable that every instantiation binds to a
 * resource type of its own. Resource types are nominal, so an id is equal to itself and its aliases
 * alone.
 */
public final class ResourceId {

    private final int index;
    private final String name;
    private final Object identity;

    /**
     * @param index unique in the binary that mentions the resource type, counted from zero, so that
     *     an instance can keep what it binds in an array
     * @param name for messages
     */
    public ResourceId(int index, String name) {
        this(index, name, new Object());
    }

    private ResourceId(int index, String name, Object identity) {
        this.index = index;
        this.name = name;
        this.identity = identity;
    }

    /**
     * The same resource type under another name: equal to this one, and an object of its own, by
     * which validation tells the name that a type is mentioned under (Explainer.md, "External
     * Visibility of Types").
     */
    public ResourceId alias(String otherName) {
        return new ResourceId(index, otherName, identity);
    }

    public int index() {
        return index;
    }

    public String name() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceId id && id.identity.equals(identity);
    }

    @Override
    public int hashCode() {
        return identity.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
