package fr.tiers.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The RSA pair that signs access tokens: made once, kept as two PEM files.
 *
 * @param privateKeyFile PKCS#8, readable by its owner alone
 * @param publicKeyFile what the server checks tokens with
 * @param publicKey the same as one line, as {@code tiers.token.public-key} wants it
 */
public record TokenKeys(Path privateKeyFile, Path publicKeyFile, String publicKey) {

    private static final int BITS = 3072;

    /** The pair of this folder, made now when there is none. */
    public static TokenKeys in(Path folder) throws IOException {
        Path privateFile = folder.resolve("token-private-key.pem").toAbsolutePath();
        Path publicFile = folder.resolve("token-public-key.pem").toAbsolutePath();
        if (!Files.exists(privateFile) || !Files.exists(publicFile)) {
            Files.createDirectories(folder);
            KeyPair pair = generate();
            Files.writeString(publicFile, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            // last: its presence says that the pair is whole
            SecretFile.write(privateFile, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        }
        String line = Files.readString(publicFile, StandardCharsets.US_ASCII).replaceAll("\\R", "");
        return new TokenKeys(privateFile, publicFile, line);
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has RSA", e);
        }
    }

    private static String pem(String kind, byte[] key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}
