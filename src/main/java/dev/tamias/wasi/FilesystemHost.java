package dev.tamias.wasi;

import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import java.util.ArrayList;
import java.util.List;

/** wasi:filesystem/preopens, and of wasi:filesystem/types what is no method of a descriptor. */
final class FilesystemHost {

    private FilesystemHost() {}

    static void add(Linker linker, WasiState state) {
        new HostInterface(linker, state, "wasi:filesystem/preopens")
                .resource(state.descriptors)
                .func("get-directories", in -> directories(state));
        new HostInterface(linker, state, "wasi:filesystem/types")
                .resource(state.errors)
                .resource(state.inputs)
                .resource(state.outputs)
                .resource(state.descriptors)
                .resource(state.listings)
                .file(
                        "[method]directory-entry-stream.read-directory-entry",
                        in -> next(state.listings.get(in.resource(0))))
                .func(
                        "filesystem-error-code",
                        in -> {
                            StreamError error = state.errors.get(in.resource(0));
                            return error.file() == null
                                    ? Val.Option.NONE
                                    : new Val.Option(Cases.value(error.file()));
                        });
    }

    private static Val directories(WasiState state) {
        List<Val> directories = new ArrayList<>();
        for (WasiState.Granted each : state.granted()) {
            Val descriptor = state.descriptors.own(each.directory().again());
            directories.add(new Val.Tuple(List.of(descriptor, new Val.Str(each.guestName()))));
        }
        return new Val.ListOf(directories);
    }

    private static Val next(DirectoryListing listing) throws FileError {
        DirectoryListing.Entry entry = listing.next();
        if (entry == null) {
            return Val.Option.NONE;
        }
        return new Val.Option(
                new Val.Record(List.of(Cases.value(entry.kind()), new Val.Str(entry.name()))));
    }
}
