package dev.tamias.jupyter.page;

import dev.tamias.component.Component;

/** What a component imports and exports. */
public final class ComponentPage {

    private static final int LARGEST = 60_000;

    private ComponentPage() {}

    /** The HTML of a component's world. */
    public static String of(Component component) {
        String world = component.world().stripTrailing();
        return Html.page().open("pre").element("code", Html.clip(world, LARGEST)).finish();
    }
}
