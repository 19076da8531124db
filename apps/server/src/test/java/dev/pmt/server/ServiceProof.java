package dev.pmt.server;

import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Asks auth for a service's token with the key that the host gave the service, as the service itself would. */
final class ServiceProof {

    private static final JsonMapper JSON = new JsonMapper();

    private ServiceProof() {}

    static HttpResponse<String> exchange(URI url, String service, Path keyFile) throws Exception {
        var proof = sign(
                privateKey(keyFile),
                Map.of(
                        "iss", service,
                        "sub", service,
                        "aud", url.toString(),
                        "jti", UUID.randomUUID().toString(),
                        "exp", Instant.now().plusSeconds(60).getEpochSecond()));
        var form = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                service,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                proof);
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(url.resolve("/oauth2/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @SuppressWarnings("unchecked") // a JSON object is a map of text to anything
    static Map<String, Object> claims(HttpResponse<String> answer) {
        var token = JSON.readTree(answer.body()).required("access_token").asString();
        return JSON.readValue(Base64.getUrlDecoder().decode(token.split("\\.", 3)[1]), Map.class);
    }

    private static String sign(PrivateKey key, Map<String, Object> claims) throws Exception {
        var content =
                base64(JSON.writeValueAsBytes(Map.of("alg", "ES256"))) + "." + base64(JSON.writeValueAsBytes(claims));
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key);
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + base64(signature.sign());
    }

    private static PrivateKey privateKey(Path jwk) throws Exception {
        var number = JSON.readTree(Files.readString(jwk)).required("d").asString();
        var curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC")
                .generatePrivate(new ECPrivateKeySpec(
                        new BigInteger(1, Base64.getUrlDecoder().decode(number)),
                        curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
