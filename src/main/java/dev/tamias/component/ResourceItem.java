package dev.tamias.component;

import dev.tamias.component.abi.ResourceType;

/** A resource type. */
record ResourceItem(ResourceType type) implements RuntimeItem {}
