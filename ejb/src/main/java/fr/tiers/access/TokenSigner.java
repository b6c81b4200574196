package fr.tiers.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs access tokens: JWT (RFC 7519) with RS256, in the form the server's token realm verifies. The private key is a PKCS#8 PEM file
 * that only the server's account can read; its public half stands in the server's settings.
 */
@ApplicationScoped
public class TokenSigner {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final ObjectMapper json = new ObjectMapper();

    @Inject
    @ConfigProperty(name = "tiers.token.private-key-file", defaultValue = "")
    private String keyFile;

    @Inject
    @ConfigProperty(name = "tiers.token.issuer", defaultValue = "tiers")
    private String issuer;

    String sign(UUID id, Caller caller, Instant from, Instant until) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("aud", "tiers");
        claims.put("sub", caller.login());
        claims.put("jti", id.toString());
        claims.put("iat", from.getEpochSecond());
        claims.put("exp", until.getEpochSecond());
        claims.put("Roles", caller.roles().stream().map(Role::name).sorted().toList());
        try {
            var content = part(Map.of("alg", "RS256", "typ", "JWT")) + '.' + part(claims);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + '.' + BASE64.encodeToString(signature.sign());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "tiers.token.private-key-file does not name a readable RSA key: " + keyFile, e);
        }
    }

    private String part(Map<String, ?> content) throws JsonProcessingException {
        return BASE64.encodeToString(json.writeValueAsBytes(content));
    }

    private PrivateKey key() throws IOException, GeneralSecurityException {
        var pem = Files.readString(Path.of(keyFile));
        var der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    }
}
