package dev.tamias.component;

import dev.tamias.component.binary.ComponentBinary;

/** A component with what it sees of the instances around its definition. */
record ComponentItem(CompiledComponent compiled, ComponentBinary binary, Frame outer)
        implements RuntimeItem {}
