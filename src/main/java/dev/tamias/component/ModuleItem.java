package dev.tamias.component;

import dev.tamias.engine.CoreModule;

/** A compiled core module. */
record ModuleItem(CoreModule module) implements RuntimeItem {}
