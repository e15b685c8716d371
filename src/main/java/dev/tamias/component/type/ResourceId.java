package dev.tamias.component.type;

/**
 * A resource type as a component's text knows it: a variable that every instantiation binds to a
 * resource type of its own. Resource types are nominal, so an id is equal to itself alone.
 */
public final class ResourceId {

    private final int index;
    private final String name;

    /**
     * @param index unique in the binary that mentions the resource type, counted from zero, so that
     *     an instance can keep what it binds in an array
     * @param name for messages
     */
    public ResourceId(int index, String name) {
        this.index = index;
        this.name = name;
    }

    public int index() {
        return index;
    }

    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
