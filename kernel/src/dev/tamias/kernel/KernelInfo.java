package dev.tamias.kernel;

import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.reply.KernelInfoReply;

/** What JJava says of a kernel, with the status that the protocol wants. */
final class KernelInfo extends KernelInfoReply {

    final String status = "ok";

    KernelInfo(TamiasKernel kernel) {
        super(
                Header.PROTOCOL_VERISON,
                kernel.getName(),
                kernel.getVersion(),
                kernel.getLanguageInfo(),
                kernel.getBanner(),
                kernel.getHelpLinks());
    }
}
