package dev.pmt.gateway.session;

import dev.pmt.gateway.http.Jwt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A browser's session: the tokens that auth gave for it. Nothing of it is kept here; the encrypted cookie is all.
 *
 * @param id random, stays the same through refreshes
 * @param expires when the access token ends
 */
record Session(String id, Instant expires, Tokens tokens) {

    static final String PURPOSE = "session";

    static Session of(String id, Tokens tokens) {
        return new Session(id, Instant.ofEpochSecond(Jwt.claims(tokens.access()).getLong("exp", 0L)), tokens);
    }

    /** Writes compactly: token parts are stored as the bytes that their base64url stands for, a quarter less. */
    String sealedBy(Sealer sealer) {
        var bytes = new ByteArrayOutputStream(2048);
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(id);
            out.writeLong(expires.getEpochSecond());
            for (var token : new String[] {tokens.access(), tokens.refresh(), tokens.id()}) {
                write(out, token);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sealer.seal(PURPOSE, bytes.toByteArray());
    }

    static Optional<Session> openedBy(Sealer sealer, String cookie) {
        return sealer.open(PURPOSE, cookie).flatMap(content -> {
            try (var in = new DataInputStream(new ByteArrayInputStream(content))) {
                var id = in.readUTF();
                var expires = Instant.ofEpochSecond(in.readLong());
                return Optional.of(new Session(id, expires, new Tokens(read(in), read(in), read(in))));
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    private static void write(DataOutputStream out, String token) throws IOException {
        var parts = token.split("\\.", -1);
        var packed = Arrays.stream(parts).allMatch(Session::isCanonicalBase64);
        out.writeByte(packed ? parts.length : 0);
        for (var part : packed ? parts : new String[] {token}) {
            var bytes = packed ? Base64.getUrlDecoder().decode(part) : part.getBytes(StandardCharsets.UTF_8);
            out.writeShort(bytes.length);
            out.write(bytes);
        }
    }

    private static String read(DataInputStream in) throws IOException {
        var parts = in.readByte();
        if (parts == 0) {
            return new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.UTF_8);
        }
        var texts = new String[parts];
        for (var at = 0; at < parts; at++) {
            texts[at] = Base64.getUrlEncoder().withoutPadding().encodeToString(in.readNBytes(in.readUnsignedShort()));
        }
        return String.join(".", texts);
    }

    private static boolean isCanonicalBase64(String part) {
        try {
            var decoded = Base64.getUrlDecoder().decode(part);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(decoded)
                    .equals(part);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Hides the tokens. */
    @Override
    public String toString() {
        return "Session[expires=" + expires + "]";
    }
}
