package dev.pmt.gateway.tokens;

import io.netty.util.NetUtil;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What counts as one client: an IPv4 address, or an IPv6 network of 64 bits, which one client has to itself. */
final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    static String of(@Nullable String host) {
        var bytes = host == null ? null : NetUtil.createByteArrayFromIpAddressString(host);
        return bytes == null || bytes.length <= NETWORK_BYTES
                ? String.valueOf(host)
                : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
    }
}
