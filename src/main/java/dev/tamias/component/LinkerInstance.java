package dev.tamias.component;

import dev.tamias.component.abi.ResourceType;
import dev.tamias.engine.binary.CoreBinary;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a linker offers under the name of one instance, or at its root. */
public final class LinkerInstance {

    /** Something that is offered. */
    sealed interface Offer {}

    record FuncOffer(HostFunc func) implements Offer {}

    record ResourceOffer(ResourceType type) implements Offer {}

    record ModuleOffer(CoreBinary module) implements Offer {}

    record InstanceOffer(LinkerInstance instance) implements Offer {}

    record ExportsOffer(InstanceItem exports) implements Offer {}

    private final Map<String, Offer> offers = new LinkedHashMap<>();

    LinkerInstance() {}

    /** Offers a function; its type is the importing component's. Replaces what had the name. */
    public LinkerInstance func(String name, HostFunc func) {
        offers.put(name, new FuncOffer(func));
        return this;
    }

    /** Offers a resource type. Replaces what had the name. */
    public LinkerInstance resource(String name, ResourceType type) {
        offers.put(name, new ResourceOffer(type));
        return this;
    }

    /** Offers a core module. Replaces what had the name. */
    public LinkerInstance module(String name, CoreBinary module) {
        offers.put(name, new ModuleOffer(module));
        return this;
    }

    /** Offers all exports of another instance. Replaces what had the name. */
    public LinkerInstance instance(String name, Instance instance) {
        offers.put(name, new ExportsOffer(instance.exports()));
        return this;
    }

    /** The instance of that name, made where there is none. */
    public LinkerInstance instance(String name) {
        if (offers.get(name) instanceof InstanceOffer offer) {
            return offer.instance();
        }
        LinkerInstance made = new LinkerInstance();
        offers.put(name, new InstanceOffer(made));
        return made;
    }

    /** What is offered under that name or a compatible version of it, or null. */
    @Nullable Offer offer(String name) {
        return ExternName.find(offers, name);
    }
}
