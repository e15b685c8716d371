package dev.tamias.wasi;

import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import dev.tamias.engine.LimitExceeded;
import java.util.List;
import java.util.random.RandomGenerator;

/** wasi:random, its insecure forms as secure as the other. */
final class RandomHost {

    private RandomHost() {}

    static void add(Linker linker, WasiState state) {
        RandomGenerator random = state.random();
        int most = state.context().limits().randomBytes();
        new HostInterface(linker, state, "wasi:random/random")
                .func("get-random-bytes", in -> bytes(random, in.u64(0), most))
                .func("get-random-u64", in -> new Val.U64(random.nextLong()));
        new HostInterface(linker, state, "wasi:random/insecure")
                .func("get-insecure-random-bytes", in -> bytes(random, in.u64(0), most))
                .func("get-insecure-random-u64", in -> new Val.U64(random.nextLong()));
        new HostInterface(linker, state, "wasi:random/insecure-seed")
                .func(
                        "insecure-seed",
                        in ->
                                new Val.Tuple(
                                        List.of(
                                                new Val.U64(random.nextLong()),
                                                new Val.U64(random.nextLong()))));
    }

    /** @param length unsigned */
    static Val bytes(RandomGenerator random, long length, int most) {
        if (length < 0 || length > most) {
            throw LimitExceeded.of(
                    "randomBytes",
                    "the guest asked for "
                            + Long.toUnsignedString(length)
                            + " random bytes at once, where the limit is "
                            + most);
        }
        byte[] bytes = new byte[(int) length];
        random.nextBytes(bytes);
        return new Val.Bytes(bytes);
    }
}
