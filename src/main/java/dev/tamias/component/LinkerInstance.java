package dev.tamias.component;

import dev.tamias.component.abi.ResourceType;
import dev.tamias.component.type.FuncType;
import dev.tamias.engine.binary.CoreBinary;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a linker offers under the name of one instance, or at its root. Offering something under a
 * name replaces what had the name. Types without identity (records and the like) need not be
 * offered.
 */
public final class LinkerInstance {

    /** Something that is offered. */
    sealed interface Offer {}

    /**
     * @param type null where the function takes the type of the import
     */
    record FuncOffer(HostFunc func, @Nullable FuncType type) implements Offer {}

    record InstanceOffer(LinkerInstance instance) implements Offer {}

    /** Anything else, which has a type of its own. */
    record ItemOffer(RuntimeItem item) implements Offer {}

    private final Map<String, Offer> offers = new LinkedHashMap<>();

    LinkerInstance() {}

    /**
     * Offers a function, in one line. It has the type of whatever import it is linked to: its
     * arguments are as that type says, and its result is checked against it at each call.
     */
    public LinkerInstance func(String name, HostFunc func) {
        offers.put(name, new FuncOffer(func, null));
        return this;
    }

    /**
     * Offers a function of one type, so that an import of another type is found while it is linked.
     *
     * @param type with {@link ResourceType#id()} where it mentions a resource type of the host;
     *     names of parameters count
     */
    public LinkerInstance func(String name, FuncType type, HostFunc func) {
        offers.put(name, new FuncOffer(func, type));
        return this;
    }

    /**
     * Offers a resource type. Under two names it is one type: what a component imports as two types
     * that are equal, or as two that need not be.
     */
    public LinkerInstance resource(String name, ResourceType type) {
        return item(name, new ResourceItem(type));
    }

    /**
     * Offers a core module; an import asks for its imports and exports. Example: {@code
     * CoreModuleExample} among the tests.
     */
    public LinkerInstance module(String name, CoreBinary module) {
        return item(name, new ModuleItem(module));
    }

    /**
     * Offers a core module.
     *
     * @throws dev.tamias.engine.binary.MalformedBinary where the bytes are none
     */
    public LinkerInstance module(String name, byte[] module) {
        return module(name, CoreBinary.of(module));
    }

    /**
     * Offers a component, for the importing one to instantiate as often as it likes.
     *
     * @param component of the linker's engine
     */
    public LinkerInstance component(String name, Component component) {
        return item(name, component.item());
    }

    /**
     * Offers all exports of another instance, with their types. Both instances are then used by one
     * thread at a time; a trap in the other ends the other, and this one too where it was calling.
     */
    public LinkerInstance instance(String name, Instance instance) {
        return item(name, instance.exports());
    }

    /** The instance of that name, made where there is none: its parts are offered one by one. */
    public LinkerInstance instance(String name) {
        if (offers.get(name) instanceof InstanceOffer offer) {
            return offer.instance();
        }
        LinkerInstance made = new LinkerInstance();
        offers.put(name, new InstanceOffer(made));
        return made;
    }

    private LinkerInstance item(String name, RuntimeItem item) {
        offers.put(name, new ItemOffer(item));
        return this;
    }

    /** What is offered under that name or a compatible version of it, or null. */
    @Nullable Offer offer(String name) {
        return ExternName.find(offers, name);
    }
}
