package dev.tamias.manager;

import dev.tamias.model.PluginType;
import dev.tamias.model.TamiasException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A process that changes a plugins directory again and again, for tests that run several of them or end
 * them at a bad moment. Arguments: the directory, a seed, the number of operations, a directory to make
 * plugins in. The plugin "keep" is updated and never removed.
 */
final class ChangingPlugins {

    private static final String[] NAMES = {"a", "b", "keep"};

    private ChangingPlugins() {}

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        Random random = new Random(Long.parseLong(arguments[1]));
        int operations = Integer.parseInt(arguments[2]);
        Path own = Files.createDirectories(Path.of(arguments[3]));
        System.out.println("ready");
        int refused = 0;
        for (int i = 0; i < operations; i++) {
            String name = NAMES[random.nextInt(NAMES.length)];
            byte[] wasm = random.nextBoolean() ? SamplePlugins.small() : SamplePlugins.smallToo();
            try {
                change(SamplePlugins.scan(root), random, SamplePlugins.source(own, name, wasm));
            } catch (TamiasException e) {
                // Another process was faster: that is what the message says.
                refused++;
            }
        }
        System.out.println("done, refused " + refused);
    }

    private static void change(PluginsManager manager, Random random, Path plugin) {
        String name = plugin.getFileName().toString();
        switch (random.nextInt(name.equals("keep") ? 2 : 3)) {
            case 0 -> manager.update(PluginPackage.of(plugin));
            case 1 -> SamplePlugins.check(manager);
            default -> {
                if (manager.find(PluginType.PARSER, name).isPresent()) {
                    manager.remove(PluginType.PARSER, name);
                } else {
                    manager.add(PluginPackage.of(plugin));
                }
            }
        }
    }
}
