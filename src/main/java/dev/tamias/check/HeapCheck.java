package dev.tamias.check;

import dev.tamias.component.Component;
import dev.tamias.host.ByteSourceHost;
import dev.tamias.host.Configuration;
import dev.tamias.host.ParserHost;
import dev.tamias.host.PluginProbe;
import dev.tamias.host.PluginSetup;
import dev.tamias.host.Reach;
import dev.tamias.host.RunLog;
import dev.tamias.manager.PluginEntry;
import dev.tamias.model.ConfigSchema;
import dev.tamias.model.ConfigValue;
import dev.tamias.model.PluginType;
import dev.tamias.model.TamiasException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Checks that what a plugin hands out was allocated, where it has it freed. To free anything else breaks
 * the allocator's notes: at once, at some later call, or never.
 */
final class HeapCheck {

    private HeapCheck() {}

    /** Looks at what a plugin says of itself, usable or not; empty where nothing is wrong with it. */
    static Optional<Finding> ofInfo(PluginEntry entry) {
        try {
            return of(entry, entry.unjudged()).map(HeapCheck::finding);
        } catch (TamiasException e) {
            return Optional.empty();
        }
    }

    private static Optional<HeapWatch> of(PluginEntry entry, Component component) {
        return watched(
                component,
                reach ->
                        PluginProbe.info(
                                entry.name(), entry.type(), component.engine(), component, reach));
    }

    /**
     * Looks at what a plugin says of itself, says of settings, and makes of the input's beginning.
     *
     * @return a watch that has found something
     */
    static Optional<HeapWatch> of(Subject subject, Sample sample) {
        Component component = subject.component();
        boolean parser = subject.info().type() == PluginType.PARSER;
        return of(subject.entry(), component)
                .or(() -> watched(component, reach -> settings(subject, reach)))
                .or(
                        () ->
                                watched(
                                        component,
                                        reach -> {
                                            if (parser) {
                                                subject.run(sample.beginning(), reach);
                                            } else {
                                                new ByteSourceCheck(subject, sample, 0).read(reach);
                                            }
                                        }));
    }

    /** @param run runs the plugin, watched; may throw for what the plugin does */
    private static Optional<HeapWatch> watched(Component component, Consumer<Reach> run) {
        Optional<HeapWatch> watch = HeapWatch.of(component);
        if (watch.isEmpty()) {
            return Optional.empty();
        }
        try (Reach reach = new Reach()) {
            reach.onReturn(watch.get());
            run.accept(reach);
        } catch (TamiasException e) {
            // What else is wrong with it, other checks say.
        }
        return watch.filter(each -> each.found() != null);
    }

    /** What a watch has found. */
    static Finding finding(HeapWatch watch) {
        return Finding.defect(
                Aspect.CONTRACT,
                "It frees what was not allocated: " + watch.found() + ".",
                "Hand out copies that were allocated: in C, by the bindings' …_dup, not by …_set.");
    }

    /** Has instances made with odd settings, which are mostly refused with a reason. */
    private static void settings(Subject subject, Reach reach) {
        try (SampleFiles files = SampleFiles.create()) {
            for (ConfigSchema.Item item : subject.info().schema().items()) {
                if (item.input() instanceof ConfigSchema.DirectoriesInput
                        || item.input() instanceof ConfigSchema.FilesInput) {
                    continue;
                }
                for (ConfigValue value : ConfigurationCheck.values(item.input(), files)) {
                    Map<String, ConfigValue> values =
                            new LinkedHashMap<>(subject.configuration().values());
                    values.put(item.id(), value);
                    open(subject, new Configuration(values), reach);
                }
            }
        }
    }

    private static void open(Subject subject, Configuration configuration, Reach reach) {
        PluginSetup setup = subject.setup(configuration, new RunLog()).withReach(reach);
        try {
            subject.engine()
                    .executor()
                    .run(
                            () -> {
                                if (subject.info().type() == PluginType.PARSER) {
                                    ParserHost.open(setup).close();
                                } else {
                                    ByteSourceHost.open(setup).close();
                                }
                                return true;
                            });
        } catch (TamiasException e) {
            // Refused, as is to be expected.
        }
    }
}
