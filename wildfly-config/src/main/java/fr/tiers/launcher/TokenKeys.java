package fr.tiers.launcher;

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
    public static TokenKeys in(Path folder) {
        Path privateFile = folder.resolve("token-private-key.pem").toAbsolutePath();
        Path publicFile = folder.resolve("token-public-key.pem").toAbsolutePath();
        try {
            if (!Files.exists(privateFile) || !Files.exists(publicFile)) {
                Files.createDirectories(folder);
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(BITS);
                KeyPair pair = generator.generateKeyPair();
                Files.writeString(publicFile, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
                // last: its presence says that the pair is whole
                Folders.writeSecret(
                        privateFile, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            }
            String line =
                    Files.readString(publicFile, StandardCharsets.US_ASCII).replaceAll("\\R", "");
            return new TokenKeys(privateFile, publicFile, line);
        } catch (IOException e) {
            throw new StartFailure("The token keys cannot be kept in " + folder + ": " + e.getMessage() + ".", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has RSA", e);
        }
    }

    private static String pem(String kind, byte[] key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}
