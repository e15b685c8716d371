package dev.tamias.component;

/** What an index space of a running instance holds: something that can be imported and exported. */
sealed interface RuntimeItem
        permits FuncItem, InstanceItem, ModuleItem, TypeItem, ResourceItem, ComponentItem {}
