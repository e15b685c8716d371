package dev.tamias.wasi.sockets;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A name that is looked up (wasi:sockets/ip-name-lookup, {@code resolve-address-stream}). The JDK asks
 * the system and cannot be interrupted meanwhile, so a few threads do that for all guests; a guest that
 * is stopped does not wait for them.
 */
public final class NameLookup implements Awaitable {

    private static final int THREADS = 4;
    private static final int MOST_OF_ONE_GUEST = 16;
    private static final String TEMPORARY = "Temporary failure in name resolution";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final ThreadPoolExecutor RESOLVER = resolver();

    private volatile @Nullable Answer answer;
    private int told;

    /** Either addresses or a failure. */
    private record Answer(List<InetAddress> addresses, @Nullable NetworkErrorCode failure) {}

    private NameLookup() {}

    private static ThreadPoolExecutor resolver() {
        ThreadPoolExecutor resolver =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        5,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        NameLookup::thread);
        resolver.allowCoreThreadTimeOut(true);
        return resolver;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "tamias-resolver-" + NUMBER.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    static NameLookup start(Network network, String name) throws NetworkError {
        NetworkGrant grant = network.grant();
        if (grant.isNone()) {
            throw NetworkErrorCode.ACCESS_DENIED.error();
        }
        NameLookup lookup = new NameLookup();
        InetAddress literal = literal(name);
        if (literal != null) {
            lookup.answer = new Answer(List.of(literal), null);
            return lookup;
        }
        String ascii;
        try {
            ascii = NetworkGrant.asciiName(name);
        } catch (IllegalArgumentException e) {
            throw NetworkErrorCode.INVALID_ARGUMENT.error();
        }
        if (!grant.allowsName(ascii)) {
            throw NetworkErrorCode.ACCESS_DENIED.error();
        }
        AtomicInteger running = network.lookups();
        if (running.get() >= MOST_OF_ONE_GUEST) {
            throw NetworkErrorCode.TEMPORARY_RESOLVER_FAILURE.error();
        }
        running.incrementAndGet();
        Wait wait = network.waiting();
        RESOLVER.execute(
                () -> {
                    lookup.answer = ask(ascii, grant);
                    running.decrementAndGet();
                    wait.end();
                });
        return lookup;
    }

    private static @Nullable InetAddress literal(String name) {
        boolean inBrackets = name.startsWith("[") && name.endsWith("]");
        try {
            return AddressRange.literal(inBrackets ? name.substring(1, name.length() - 1) : name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Answer ask(String name, NetworkGrant grant) {
        try {
            List<InetAddress> granted =
                    Arrays.stream(InetAddress.getAllByName(name)).filter(grant::names).toList();
            return new Answer(granted, granted.isEmpty() ? NetworkErrorCode.ACCESS_DENIED : null);
        } catch (UnknownHostException e) {
            String message = e.getMessage();
            boolean isTemporary = message != null && message.endsWith(TEMPORARY);
            return new Answer(
                    List.of(),
                    isTemporary
                            ? NetworkErrorCode.TEMPORARY_RESOLVER_FAILURE
                            : NetworkErrorCode.NAME_UNRESOLVABLE);
        } catch (RuntimeException e) {
            return new Answer(List.of(), NetworkErrorCode.PERMANENT_RESOLVER_FAILURE);
        }
    }

    /**
     * The next address; null after the last.
     *
     * @throws NetworkError would-block where there is no answer yet, or why there is none
     */
    public @Nullable InetAddress next() throws NetworkError {
        Answer now = answer;
        if (now == null) {
            throw NetworkErrorCode.WOULD_BLOCK.error();
        }
        if (now.failure() != null) {
            throw now.failure().error();
        }
        return told < now.addresses().size() ? now.addresses().get(told++) : null;
    }

    @Override
    public boolean isReady() {
        return answer != null;
    }

    @Override
    public void wakeBy(Wait wait) {
        // Who answers ends the wait.
    }
}
