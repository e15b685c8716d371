package dev.tamias.wasi;

import dev.tamias.component.Component;
import dev.tamias.component.Linker;

/**
 * Offers WASI 0.2 to components: cli, io, clocks, random, filesystem and sockets. Http and whatever else
 * WASI has are not offered, and can be made to trap where a guest calls them.
 */
public final class WasiLinker {

    private WasiLinker() {}

    /**
     * Adds what {@code context} gives to a linker that makes one instance.
     *
     * @return what that instance holds, to be closed after it
     * @throws dev.tamias.model.HostException (SANDBOX) where a preopen cannot be opened safely
     */
    public static WasiState add(Linker linker, WasiContext context) {
        WasiState state = new WasiState(context, linker.engine().executor());
        PollHost.add(linker, state);
        StreamsHost.add(linker, state);
        ClocksHost.add(linker, state);
        RandomHost.add(linker, state);
        CliHost.add(linker, state);
        FilesystemHost.add(linker, state);
        DescriptorHost.add(linker, state);
        NetworkHost.add(linker, state);
        TcpHost.add(linker, state);
        UdpHost.add(linker, state);
        return state;
    }

    /**
     * Lets a component run that imports more of WASI than {@link #add} gives: each function of the rest
     * traps with its name where it is called. Toolchains import http for guests that never use it.
     */
    public static void addTraps(Linker linker, Component component) {
        linker.defineUnknownImportsAsTraps(component, name -> name.startsWith("wasi:"));
    }
}
