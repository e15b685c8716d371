package dev.tamias.wasi;

import dev.tamias.component.Linker;
import dev.tamias.component.abi.Val;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of wasi:filesystem/types' {@code descriptor}. */
final class DescriptorHost {

    private final WasiState state;
    private final MetadataHash hash = new MetadataHash();

    private DescriptorHost(WasiState state) {
        this.state = state;
    }

    static void add(Linker linker, WasiState state) {
        DescriptorHost host = new DescriptorHost(state);
        HostInterface types = new HostInterface(linker, state, "wasi:filesystem/types");
        host.addFileMethods(types);
        host.addMetadataMethods(types);
        host.addPathMethods(types);
    }

    private void addFileMethods(HostInterface types) {
        types.file("[method]descriptor.read-via-stream", this::readViaStream)
                .file("[method]descriptor.write-via-stream", this::writeViaStream)
                .file("[method]descriptor.append-via-stream", this::appendViaStream)
                .file("[method]descriptor.read", this::read)
                .file("[method]descriptor.write", this::write)
                .file("[method]descriptor.advise", this::advise)
                .file("[method]descriptor.sync-data", in -> sync(in, false))
                .file("[method]descriptor.sync", in -> sync(in, true))
                .file(
                        "[method]descriptor.set-size",
                        in -> {
                            file(in).resize(in.u64(1));
                            return null;
                        });
    }

    private void addMetadataMethods(HostInterface types) {
        types.file("[method]descriptor.get-flags", in -> Cases.value(self(in).flags()))
                .file("[method]descriptor.get-type", in -> Cases.value(self(in).stat().kind()))
                .file("[method]descriptor.stat", in -> value(self(in).stat()))
                .file(
                        "[method]descriptor.stat-at",
                        in -> value(directory(in, 0).stat(in.string(2), in.followsLinks(1))))
                .file("[method]descriptor.metadata-hash", in -> hash.of(self(in).stat()))
                .file(
                        "[method]descriptor.metadata-hash-at",
                        in -> hash.of(directory(in, 0).stat(in.string(2), in.followsLinks(1))))
                .file("[method]descriptor.set-times", this::setTimes)
                .file("[method]descriptor.set-times-at", this::setTimesAt)
                .func("[method]descriptor.is-same-object", this::isSameObject);
    }

    private void addPathMethods(HostInterface types) {
        types.file("[method]descriptor.open-at", this::openAt)
                .file(
                        "[method]descriptor.read-directory",
                        in -> state.listings.own(directory(in, 0).list()))
                .file(
                        "[method]descriptor.readlink-at",
                        in -> new Val.Str(directory(in, 0).readLink(in.string(1))))
                .file(
                        "[method]descriptor.create-directory-at",
                        in -> {
                            directory(in, 0).createDirectory(in.string(1));
                            return null;
                        })
                .file(
                        "[method]descriptor.unlink-file-at",
                        in -> {
                            directory(in, 0).unlinkFile(in.string(1));
                            return null;
                        })
                .file(
                        "[method]descriptor.remove-directory-at",
                        in -> {
                            directory(in, 0).removeDirectory(in.string(1));
                            return null;
                        })
                .file(
                        "[method]descriptor.rename-at",
                        in -> {
                            directory(in, 0).rename(in.string(1), directory(in, 2), in.string(3));
                            return null;
                        })
                .file("[method]descriptor.link-at", this::linkAt)
                .file(
                        "[method]descriptor.symlink-at",
                        in -> {
                            directory(in, 0).symlink(in.string(1), in.string(2));
                            return null;
                        });
    }

    private Val readViaStream(Arguments in) throws FileError {
        SandboxedFile file = file(in);
        file.requireReadable();
        return state.inputs.own(GuestInput.of(file, in.u64(1)));
    }

    private Val writeViaStream(Arguments in) throws FileError {
        SandboxedFile file = file(in);
        file.requireWritable();
        return state.outputs.own(GuestOutput.at(file, in.u64(1)));
    }

    private Val appendViaStream(Arguments in) throws FileError {
        SandboxedFile file = file(in);
        file.requireWritable();
        return state.outputs.own(GuestOutput.append(file));
    }

    private Val read(Arguments in) throws FileError {
        long length = in.u64(1);
        byte[] bytes = file(in).read(length, in.u64(2));
        boolean isAtEnd = bytes.length == 0 && length != 0;
        return new Val.Tuple(List.of(new Val.Bytes(bytes), new Val.Bool(isAtEnd)));
    }

    private Val write(Arguments in) throws FileError {
        byte[] bytes = in.bytes(1);
        file(in).write(bytes, in.u64(2));
        return new Val.U64(bytes.length);
    }

    private @Nullable Val sync(Arguments in, boolean withMetadata) throws FileError {
        if (self(in) instanceof SandboxedFile file) {
            file.sync(withMetadata);
        }
        return null;
    }

    private @Nullable Val advise(Arguments in) throws FileError {
        file(in);
        return null;
    }

    private Val openAt(Arguments in) throws FileError {
        Descriptor opened =
                directory(in, 0)
                        .open(
                                in.string(2),
                                in.followsLinks(1),
                                in.flags(3, OpenFlag.class),
                                in.flags(4, DescriptorFlag.class));
        return state.descriptors.own(opened);
    }

    private Val isSameObject(Arguments in) {
        Descriptor other = state.descriptors.get(in.resource(1));
        try {
            return new Val.Bool(self(in).stat().isSameObject(other.stat()));
        } catch (FileError error) {
            return new Val.Bool(false);
        }
    }

    private @Nullable Val setTimes(Arguments in) throws FileError {
        FileTime accessed = time(in.variant(1));
        FileTime modified = time(in.variant(2));
        if (self(in) instanceof SandboxedFile file) {
            file.touch(accessed, modified);
        } else {
            directory(in, 0).touch(accessed, modified);
        }
        return null;
    }

    private @Nullable Val setTimesAt(Arguments in) throws FileError {
        directory(in, 0)
                .touch(in.string(2), in.followsLinks(1), time(in.variant(3)), time(in.variant(4)));
        return null;
    }

    /** A {@code new-timestamp}: null for no change. */
    private static @Nullable FileTime time(Val.Variant timestamp) throws FileError {
        if (timestamp.index() == 0) {
            return null;
        }
        if (timestamp.payload() instanceof Val.Record datetime
                && datetime.fields().get(0) instanceof Val.U64 seconds
                && datetime.fields().get(1) instanceof Val.U32 nanoseconds) {
            try {
                return FileTime.from(Instant.ofEpochSecond(seconds.bits(), nanoseconds.value()));
            } catch (DateTimeException | ArithmeticException e) {
                throw new FileError(ErrorCode.OVERFLOW);
            }
        }
        return FileTime.from(Instant.now());
    }

    /** A {@code descriptor-stat}. */
    private static Val value(FileStat stat) {
        Instant changed = stat.changed();
        return new Val.Record(
                List.of(
                        Cases.value(stat.kind()),
                        new Val.U64(stat.links()),
                        new Val.U64(stat.size()),
                        new Val.Option(ClocksHost.datetime(stat.accessed())),
                        new Val.Option(ClocksHost.datetime(stat.modified())),
                        changed == null
                                ? Val.Option.NONE
                                : new Val.Option(ClocksHost.datetime(changed))));
    }

    private @Nullable Val linkAt(Arguments in) throws FileError {
        if (in.followsLinks(1)) {
            // As the native engine has it: a hard link is made of the entry that is named.
            throw new FileError(ErrorCode.INVALID);
        }
        directory(in, 0).link(in.string(2), directory(in, 3), in.string(4));
        return null;
    }

    private Descriptor self(Arguments in) {
        return state.descriptors.get(in.resource(0));
    }

    private SandboxedFile file(Arguments in) throws FileError {
        if (self(in) instanceof SandboxedFile file) {
            return file;
        }
        throw new FileError(ErrorCode.IS_DIRECTORY);
    }

    private SandboxedDirectory directory(Arguments in, int index) throws FileError {
        if (state.descriptors.get(in.resource(index)) instanceof SandboxedDirectory directory) {
            return directory;
        }
        throw new FileError(ErrorCode.NOT_DIRECTORY);
    }
}
